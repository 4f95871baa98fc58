package dev.atelier.domain.catalogue;

/** A field that cannot be accepted, with what would be. {@code field} is a path such as {@code input.ratio}. */
public record Violation(String field, String message) {
}
