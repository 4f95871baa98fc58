package dev.atelier.faults.nemesis;

import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.testbed.Plugs;
import dev.atelier.faults.road.Weather;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Lets the troubles of a schedule happen, and at the end puts everything back. */
public final class Nemesis {
    private static final Duration PUT_BACK = Duration.ofMinutes(5);

    private final Schedule schedule;
    private final Plugs plugs;
    private final Roads roads;
    private final Rest sandbox;
    private final Consumer<String> told;
    private final Map<String, ReentrantLock> victims = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private final List<Thread> going = new ArrayList<>();

    /** @param told hears of each trouble when it begins */
    public Nemesis(Schedule schedule, Plugs plugs, Roads roads, String sandbox, Consumer<String> told) {
        this.schedule = schedule;
        this.plugs = plugs;
        this.roads = roads;
        this.sandbox = new Rest(sandbox, "none");
        this.told = told;
    }

    /** Returns when the last trouble has begun. */
    public void strike() {
        long began = System.nanoTime();
        for (Schedule.Entry entry : schedule.entries()) {
            sleep(entry.at().minusNanos(System.nanoTime() - began));
            Thread thread = Thread.ofVirtual().name("trouble").start(() -> befall(entry.trouble()));
            synchronized (going) {
                going.add(thread);
            }
        }
    }

    public int troubles() {
        return done.get();
    }

    /** All troubles over, fair weather, every part running and ready. */
    public void putBack() {
        for (Thread thread : List.copyOf(going))
            try {
                thread.join(PUT_BACK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        Roads.NAMES.stream().map(roads::named).filter(road -> road != null)
                .forEach(road -> road.weather(Weather.CLEAR));
        insist(plugs::startAll);
        quietly(() -> sandbox.delete("/_sandbox/faults"));
    }

    private void befall(Trouble trouble) {
        ReentrantLock lock = victims.computeIfAbsent(trouble.victim(), any -> new ReentrantLock());
        lock.lock();
        try {
            told.accept(trouble.toString());
            done.incrementAndGet();
            happen(trouble);
        } finally {
            lock.unlock();
        }
    }

    private void happen(Trouble trouble) {
        switch (trouble) {
            case Trouble.Kill(String part, Duration gone) -> {
                plugs.kill(part);
                sleep(gone);
                insist(() -> plugs.start(part));
            }
            case Trouble.End(String part, Duration gone) -> {
                quietly(() -> plugs.end(part));
                sleep(gone);
                insist(() -> plugs.start(part));
            }
            case Trouble.Freeze(String part, Duration lasts) -> {
                plugs.freeze(part);
                sleep(lasts);
                plugs.thaw(part);
            }
            case Trouble.Storm(String road, Weather weather, Duration lasts) -> {
                roads.named(road).weather(weather);
                sleep(lasts);
                roads.named(road).weather(Weather.CLEAR);
            }
            case Trouble.Reset(String road) -> roads.named(road).reset();
            case Trouble.HalfClose(String road) -> roads.named(road).halfClose();
            case Trouble.Provider(String operation, String word, int times) ->
                quietly(() -> sandbox.post("/_sandbox/faults", JsonMapper.shared().createObjectNode()
                        .put("operation", operation).put("word", word).put("times", times)));
            case Trouble.Outage(Duration lasts) -> quietly(() -> sandbox.post("/_sandbox/outage",
                    JsonMapper.shared().createObjectNode().put("seconds", lasts.toMillis() / 1_000.0)));
        }
    }

    /** As whatever keeps a server's programs running does: again, until it stays up. */
    private void insist(Runnable start) {
        long end = System.nanoTime() + PUT_BACK.toNanos();
        while (true)
            try {
                start.run();
                return;
            } catch (RuntimeException notYet) {
                if (System.nanoTime() > end)
                    throw notYet;
                sleep(Duration.ofSeconds(1));
            }
    }

    private void quietly(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException | AssertionError e) {
            told.accept("  (" + e.getMessage() + ")");
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
