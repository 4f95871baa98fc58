package dev.atelier.db.catalogue;

import java.math.BigDecimal;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** @param submitsPerSecond most requests that make something, by all of us together; null: no limit */
@Table("providers")
public record ProviderRow(@Id String id, String name, String baseUrl, String status, BigDecimal submitsPerSecond) {
}
