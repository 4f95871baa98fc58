package dev.atelier.db.tenant;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("projects")
record ProjectRow(@Id String id, String orgId, String name, String visibility, Instant createdAt, Instant updatedAt) {
}
