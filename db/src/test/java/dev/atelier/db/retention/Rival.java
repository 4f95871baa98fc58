package dev.atelier.db.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.atelier.db.testing.DbContext;

/**
 * Wants rows that are being deleted, and writes new ones beside them; says how long each statement took. A stranger on a
 * connection of its own wants a row nobody else does: what it waits for is the machine, not a lock.
 */
final class Rival {

    private static final int NEAR = 30;

    private final DbContext db;
    private final String update;
    private final List<String> ids;
    private final Runnable insert;
    private final String orgId;
    private final Random random = new Random(7);
    private final List<Long> strange = new ArrayList<>();
    private int next;
    private int written;

    /**
     * @param update of one row, by its id
     * @param orgId  row of the stranger
     */
    Rival(DbContext db, String update, List<String> ids, Runnable insert, String orgId) {
        this.db = db;
        this.update = update;
        this.ids = ids;
        this.insert = insert;
        this.orgId = orgId;
    }

    /** How many rows it inserted. */
    int written() {
        return written;
    }

    /** What a statement takes meanwhile that no lock can hold up. */
    Waits stranger() {
        return Waits.of(strange);
    }

    Waits alone(int rounds) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            round(nanos);
        }
        return Waits.of(nanos);
    }

    Waits beside(Runnable work) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> nanos = new ArrayList<>();
        Thread rival = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                round(nanos);
            }
        });
        Thread stranger = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                strange.add(timed(() -> db.sql().sql("update orgs set name = name where id = ?").param(orgId)
                        .update()));
            }
        });
        try {
            work.run();
        } finally {
            over.set(true);
            rival.join();
            stranger.join();
        }
        return Waits.of(nanos);
    }

    /** Wants what goes next: they are deleted in the order of their ids, more or less. */
    private void round(List<Long> nanos) {
        String id = ids.get(Math.min(ids.size() - 1, next + random.nextInt(NEAR)));
        int[] there = {0};
        nanos.add(timed(() -> there[0] = db.sql().sql(update).param(id).update()));
        if (there[0] == 0) {
            next += NEAR;
        }
        nanos.add(timed(insert));
        written++;
    }

    private static long timed(Runnable statement) {
        long began = System.nanoTime();
        statement.run();
        return System.nanoTime() - began;
    }

    record Waits(int number, Duration median, Duration high, Duration longest) {

        static Waits of(List<Long> nanos) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return new Waits(sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        }

        private static Duration at(List<Long> sorted, double share) {
            return sorted.isEmpty()
                    ? Duration.ZERO
                    : Duration.ofNanos(sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))));
        }

        @Override
        public String toString() {
            return "%d, median %.1f ms, p99 %.1f ms, longest %.1f ms".formatted(number, median.toNanos() / 1e6,
                    high.toNanos() / 1e6, longest.toNanos() / 1e6);
        }
    }
}
