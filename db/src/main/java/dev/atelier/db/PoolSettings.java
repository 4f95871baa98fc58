package dev.atelier.db;

import java.time.Duration;

import dev.atelier.domain.retry.RetryWaits;

/**
 * How the pool is run.
 *
 * @param waits            between the attempts of a job
 * @param alikeAccounts    so many accounts of a provider that fail alike within {@code alikeWithin} stop it; 0: never
 * @param stopFor          how long such a stop lasts, unless a person ends it
 * @param warmUp           how long a new account gets fewer slots; zero: not at all
 * @param warmUpSlots      that many of each medium
 * @param mostSiteSwitches how often one job may go on at another site
 */
public record PoolSettings(RetryWaits waits, int alikeAccounts, Duration alikeWithin, Duration stopFor,
        Duration warmUp, int warmUpSlots, int mostSiteSwitches) {

    public static final PoolSettings STANDARD = new PoolSettings(RetryWaits.STANDARD, 3, Duration.ofMinutes(10),
            Duration.ofMinutes(15), Duration.ZERO, 1, 10);

    public PoolSettings {
        if (alikeAccounts < 0 || alikeAccounts == 1) {
            throw new IllegalArgumentException(
                    "one account alone never stops a provider: set 0 for never, or 2 or more");
        }
        if (!alikeWithin.isPositive() || !stopFor.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException("the pool's times must be positive; a warm-up may be zero");
        }
        if (warmUpSlots < 1 || mostSiteSwitches < 0) {
            throw new IllegalArgumentException("a warm-up needs a slot, and site switches cannot be fewer than none");
        }
    }
}
