package dev.atelier.db.catalogue;

public record ProviderRow(String id, String name, String baseUrl, String status) {
}
