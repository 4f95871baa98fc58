package dev.atelier.db.retention;

/**
 * How long one organisation's rows and bytes are kept, in days.
 *
 * @param failedJobsDays    at least 31: an idempotency key is good for 30
 * @param requestsDays      what was said to and by providers, at least 1
 * @param archivedDays      from archived to purged, at least 1
 * @param storageQuotaBytes of active assets; null: no limit
 */
public record RetentionPolicy(int failedJobsDays, int requestsDays, int archivedDays, Long storageQuotaBytes) {

    public static final RetentionPolicy USUAL = new RetentionPolicy(90, 90, 30, null);

    public RetentionPolicy {
        if (failedJobsDays < 31 || requestsDays < 1 || archivedDays < 1
                || storageQuotaBytes != null && storageQuotaBytes < 0) {
            throw new IllegalArgumentException("failed jobs are kept at least 31 days, requests and archived assets at"
                    + " least 1, and a quota is not negative");
        }
    }
}
