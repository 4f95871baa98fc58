package dev.atelier.db.account;

import java.time.Instant;

/**
 * A provider that gets no submissions for a while.
 *
 * @param reason what its accounts failed with (auth, risk), or manual
 * @param by     pool, or the person who stopped it
 */
public record PoolStop(String provider, String reason, String detail, Instant since, Instant until, String by) {
}
