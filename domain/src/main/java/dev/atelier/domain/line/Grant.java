package dev.atelier.domain.line;

public record Grant(String submissionId, String accountId, int slot) {
}
