package dev.atelier.db.job;

import java.math.BigDecimal;
import java.time.Instant;

/** One line of the ledger. {@code billed}: no, maybe, yes. */
public record SubmissionView(String id, int attempt, String state, String provider, String model, String accountId,
        String remoteTaskId, String providerStatus, String errorKind, String providerCode, String message,
        String billed, BigDecimal costUsd, Instant createdAt, Instant grantedAt, Instant sentAt, Instant endedAt) {
}
