package dev.atelier.db.tenant;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("orgs")
record OrgRow(@Id String id, String name, String plan, String status, Instant createdAt, Instant updatedAt) {
}
