package dev.atelier.db.catalogue;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("providers")
public record ProviderRow(@Id String id, String name, String baseUrl, String status) {
}
