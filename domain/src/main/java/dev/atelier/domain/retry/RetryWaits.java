package dev.atelier.domain.retry;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The waits between attempts, known ahead of time: the seed's 3-5-10-15 seconds continued; beyond the table's end the
 * last.
 */
public record RetryWaits(List<Duration> table) {

    public static final RetryWaits STANDARD = ofSeconds(List.of(3, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600));

    public RetryWaits {
        if (table.isEmpty()) {
            throw new IllegalArgumentException("the table of retry waits needs at least one wait");
        }
        table = List.copyOf(table);
    }

    public static RetryWaits ofSeconds(List<Integer> seconds) {
        return new RetryWaits(seconds.stream().map(Duration::ofSeconds).toList());
    }

    /** @param used how many waits were already spent, from 0 */
    public Duration after(int used) {
        return table.get(Math.min(Math.max(used, 0), table.size() - 1));
    }

    /** The waits still to come when {@code used} of {@code max} were spent. */
    public List<Duration> toCome(int used, int max) {
        return IntStream.range(used, Math.max(used, max)).mapToObj(this::after).toList();
    }
}
