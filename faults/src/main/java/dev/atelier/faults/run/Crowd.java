package dev.atelier.faults.run;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Posts the jobs of a run, spread over its length; some are posted twice at once, some canceled on the way. */
final class Crowd {
    private static final int AT_ONCE = 32;

    private final Client client;
    private final Wishes wishes;
    private final Consumer<String> told;
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    Crowd(Client client, Wishes wishes, Consumer<String> told) {
        this.client = client;
        this.wishes = wishes;
        this.told = told;
    }

    /** Returns when the last one was answered. */
    void post(int jobs, Duration length) {
        Semaphore seats = new Semaphore(AT_ONCE);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < jobs; number++) {
                Duration due = length.multipliedBy(number).dividedBy(jobs);
                sleep(due.minusNanos(System.nanoTime() - began));
                seats.acquireUninterruptibly();
                int mine = number;
                threads.submit(() -> {
                    try {
                        post(mine);
                    } catch (RuntimeException e) {
                        refused.incrementAndGet();
                        told.accept("job " + mine + " was not taken: " + e.getMessage());
                    } finally {
                        seats.release();
                    }
                });
            }
        }
    }

    /** Job ids by idempotency key. */
    Map<String, Set<String>> acknowledged() {
        return acknowledged;
    }

    /** Jobs the interface would not take in all that time. */
    int refused() {
        return refused.get();
    }

    private void post(int number) {
        Wishes.Wish wish = wishes.of(number);
        String key = "key-" + wish.mark();
        Thread twin = wish.postedTwice() ? Thread.ofVirtual().start(() -> keep(key, wish)) : null;
        String id = keep(key, wish);
        if (wish.canceled() > 0) {
            sleep(Duration.ofMillis(wish.canceled()));
            client.say(id, "cancel", JsonMapper.shared().createObjectNode().put("reason", "changed my mind"));
        }
        if (twin != null)
            join(twin);
    }

    private String keep(String key, Wishes.Wish wish) {
        String id = client.post(key, wish.body());
        acknowledged.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(id);
        return id;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration time) {
        try {
            if (time.isPositive())
                Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
