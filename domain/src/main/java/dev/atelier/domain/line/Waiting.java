package dev.atelier.domain.line;

/** A submission in line. {@code startTag}: its organisation's fair turn, 1,000,000 is one turn of weight 1. */
public record Waiting(String submissionId, String orgId, String model, int priority, long startTag) {
}
