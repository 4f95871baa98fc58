package dev.atelier.db;

import java.time.Duration;

/**
 * Deleting what was kept long enough must not hold up those who work.
 *
 * @param statement how long one of its transactions may take, whole seconds from 1
 * @param batch     rows of one transaction, 1 to 1000
 */
public record RetentionSettings(Duration statement, int batch) {

    public static final RetentionSettings STANDARD = new RetentionSettings(Duration.ofSeconds(10), 100);

    public RetentionSettings {
        if (statement.toSeconds() < 1 || batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException(
                    "retention: a transaction takes 1 s or more and 1 to 1000 rows, not " + statement + ", " + batch);
        }
    }
}
