package dev.atelier.db.dialect;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How many rows one transaction changes, learned from how long the last ones held their locks: a busy machine gets
 * smaller transactions, an idle one larger, so that nobody waits long for a row of one. Two threads may share it: what
 * they overwrite is only a guess.
 */
public final class Pace {

    /** A quarter of what anybody may be made to wait. */
    static final Duration WANTED = Duration.ofMillis(50);
    private static final int FIRST = 10;
    private static final Duration A_WALK = Duration.ofSeconds(5);

    private final int most;
    private volatile int rows;

    /** @param most rows of one transaction, however quick it is */
    public Pace(int most) {
        this.most = most;
        this.rows = Math.min(FIRST, most);
    }

    /**
     * Part by part through what was found without a lock, for some seconds at most: what is left will be found again.
     *
     * @param transaction takes one part and answers how many rows went; its locks are held while it runs
     * @return how many rows went in all
     */
    public <T> int through(List<T> found, ToIntFunction<List<T>> transaction) {
        int went = 0;
        long end = System.nanoTime() + A_WALK.toNanos();
        for (int from = 0, to; from < found.size() && System.nanoTime() < end; from = to) {
            to = Math.min(found.size(), from + rows);
            long began = System.nanoTime();
            went += transaction.applyAsInt(found.subList(from, to));
            took(to - from, Duration.ofNanos(System.nanoTime() - began));
        }
        return went;
    }

    /** Too long: half as many. In less than half the time: a quarter more; a smaller part than allowed proves nothing. */
    void took(int changed, Duration time) {
        if (time.compareTo(WANTED) > 0) {
            rows = Math.max(1, changed / 2);
        } else if (changed >= rows && time.multipliedBy(2).compareTo(WANTED) < 0) {
            rows = Math.min(most, rows + Math.max(1, rows / 4));
        }
    }

    int rows() {
        return rows;
    }
}
