package dev.atelier.sandbox.callback;

import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Telling;
import dev.atelier.sandbox.task.Task;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Tells whoever gave an address how a task goes, as providers do: a few tries each, and what was to be told while the
 * sandbox was down is never told. Only loopback is called: this is for practice.
 */
public final class Calling implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final Journal journal;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("callbacks").daemon().factory());

    public Calling(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param address    as the order gave it
     * @param letter     about the task as it stands at an instant, signed when it is asked for
     * @param beginnings the provider also tells that a task has begun
     */
    public void tell(String provider, Task task, String address, boolean beginnings,
            Function<Instant, Letter> letter) {
        URI to = loopback(address);
        if (to == null) {
            return;
        }
        Instant begun = Instant.ofEpochMilli(task.startsAt());
        Instant ended = Instant.ofEpochMilli(task.endsAt());
        Telling how = Tags.of(task.prompt()).callback();
        switch (how) {
            case NONE -> {
            }
            case REVERSED -> {
                later(clock.instant(), provider, task, to, () -> letter.apply(ended));
                later(ended, provider, task, to, () -> letter.apply(begun));
            }
            case FORGED -> later(ended, provider, task, to, () -> letter.apply(ended).forged());
            case GARBAGE -> later(ended, provider, task, to, Letter::garbage);
            case OK, TWICE -> {
                for (int times = how == Telling.TWICE ? 2 : 1; times > 0; times--) {
                    if (beginnings) {
                        later(begun, provider, task, to, () -> letter.apply(begun));
                    }
                    later(ended, provider, task, to, () -> letter.apply(ended));
                }
            }
        }
    }

    private interface Written {
        Letter now();
    }

    private void later(Instant when, String provider, Task task, URI to, Written letter) {
        waiting.schedule(() -> Thread.startVirtualThread(() -> post(provider, task, to, letter)),
                Math.max(0, Duration.between(clock.instant(), when).toMillis()) + 1, TimeUnit.MILLISECONDS);
    }

    private void post(String provider, Task task, URI to, Written letter) {
        try {
            Outcome outcome = Outcome.DROPPED;
            for (int tries = 1; tries <= TRIES && outcome != Outcome.ACCEPTED; tries++) {
                Thread.sleep(Duration.ofSeconds(tries - 1));
                outcome = post(to, letter.now());
                journal.write(Entry.of(provider, Operation.OTHER, task.account(), task.id(), task.prompt(),
                        outcome));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome post(URI to, Letter letter) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
        letter.headers().forEach(request::header);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300 ? Outcome.ACCEPTED : Outcome.REJECTED;
        } catch (IOException noAnswer) {
            return Outcome.DROPPED;
        }
    }

    private static URI loopback(String address) {
        try {
            URI to = URI.create(address);
            return "http".equals(to.getScheme()) && "127.0.0.1".equals(to.getHost()) ? to : null;
        } catch (IllegalArgumentException garbage) {
            return null;
        }
    }

    @Override
    public void close() {
        waiting.shutdownNow();
    }
}
