package dev.atelier.worker.temporal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many requests a second each provider's queue lets through, kept by Temporal's server for all workers together:
 * what the catalogue says of the provider, but never more than this house's own limit.
 *
 * @param known what the catalogue says; empty: nothing
 * @param most  of any provider; 0: no limit
 */
record SubmitRates(Function<String, Optional<BigDecimal>> known, double most) {

    /** Empty: no limit. */
    Optional<Double> of(String provider) {
        Optional<Double> rate = known.apply(provider).map(BigDecimal::doubleValue).filter(given -> given > 0);
        if (most <= 0) {
            return rate;
        }
        return Optional.of(rate.map(given -> Math.min(given, most)).orElse(most));
    }
}
