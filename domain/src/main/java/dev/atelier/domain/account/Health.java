package dev.atelier.domain.account;

import java.time.Duration;
import java.time.Instant;

import dev.atelier.domain.failure.ErrorKind;

/**
 * What an account has been through lately. Each failure of its own strains it, strain halves every six hours, and none
 * ever bans: a worn account merely comes after the sound ones of its priority.
 *
 * @param strain in thousandths of a point, 0 to 1,000,000
 * @param at     when it was that much; null while there is none
 */
public record Health(int strain, Instant at) {

    public static final Health FULL = new Health(0, null);
    public static final Duration HALF_LIFE = Duration.ofHours(6);
    /** Two risk errors in a row are below it, one is not. */
    public static final int WORN_BELOW = 50;
    private static final int POINT = 1_000;
    private static final int MOST = 1_000 * POINT;

    public Health after(ErrorKind kind, Instant now) {
        int weight = weight(kind);
        return weight == 0 ? this : new Health(Math.min(MOST, left(now) + weight * POINT), now);
    }

    /** 100: nothing is known against it; 0: worn out. */
    public int score(Instant now) {
        return Math.max(0, 100 - Math.ceilDiv(left(now), POINT));
    }

    public boolean worn(Instant now) {
        return score(now) < WORN_BELOW;
    }

    private int left(Instant now) {
        if (at == null) {
            return 0;
        }
        double halves = Math.max(0, Duration.between(at, now).toMillis()) / (double) HALF_LIFE.toMillis();
        return (int) (strain * Math.pow(0.5, halves));
    }

    /** Points: suspicion weighs most; what the provider or the order did wrong weighs nothing. */
    private static int weight(ErrorKind kind) {
        return switch (kind) {
            case RISK -> 40;
            case AUTH -> 20;
            case RATE_LIMIT, CONCURRENCY -> 2;
            default -> 0;
        };
    }
}
