package dev.atelier.sandbox.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One paid piece of work. Its state is never stored: it follows from the clock, so it goes on while the sandbox is down.
 *
 * @param request     what the protocol wants to remember of what was asked
 * @param results     tokens of the files it makes, by role
 * @param createdAt   unix milliseconds; so are {@code startsAt}, {@code endsAt} and {@code cancelledAt} (0 = not)
 */
public record Task(String id, String owner, String account, String model, String prompt, JsonNode request,
        Map<String, String> results, long createdAt, long startsAt, long endsAt, long cancelledAt) {

    private static final Duration USUAL = Duration.ofMillis(800);
    private static final Duration LONGEST_QUEUE = Duration.ofMillis(300);

    public Task {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(results, "results");
    }

    /** @param request anything that can be written as JSON */
    public static Task accepted(String id, Key key, String model, String prompt, Object request,
            Map<String, String> results, Instant now) {
        Tags tags = Tags.of(prompt);
        long takes = tags.takes().orElse(USUAL).toMillis();
        long queued = tags.queued().map(Duration::toMillis).orElse(Math.min(takes / 10, LONGEST_QUEUE.toMillis()));
        long created = now.toEpochMilli();
        return new Task(id, key.owner(), key.label(), model, prompt, Json.tree(request), Map.copyOf(results), created,
                created + queued, endsAt(tags, now).toEpochMilli(), 0);
    }

    /** Waiting longer than the usual moment comes on top of the work. */
    public static Instant endsAt(Tags tags, Instant created) {
        return created.plus(tags.takes().orElse(USUAL)).plus(tags.queued().orElse(Duration.ZERO));
    }

    public Task cancelled(Instant now) {
        return new Task(id, owner, account, model, prompt, request, results, createdAt, startsAt, endsAt,
                now.toEpochMilli());
    }

    public Status status(Instant now) {
        long at = now.toEpochMilli();
        if (cancelledAt != 0) {
            return Status.CANCELLED;
        }
        if (at < startsAt) {
            return Status.QUEUED;
        }
        if (at < endsAt) {
            return Status.RUNNING;
        }
        return switch (ending()) {
            case CONTENT_OUTPUT, CONTENT_LATE, GENERATION -> Status.FAILED;
            case EXPIRED -> Status.EXPIRED;
            case UNKNOWN_STATUS -> Status.ODD;
            case OK, CONTENT_INPUT, CREDIT, CONCURRENCY, AUTH -> Status.SUCCEEDED;
        };
    }

    public long updatedAt(Instant now) {
        return switch (status(now)) {
            case QUEUED -> createdAt;
            case RUNNING -> startsAt;
            case CANCELLED -> cancelledAt;
            case SUCCEEDED, FAILED, EXPIRED, ODD -> endsAt;
        };
    }

    /** 0 to 100, by the clock. */
    public int progress(Instant now) {
        long at = now.toEpochMilli();
        if (at >= endsAt) {
            return 100;
        }
        return at <= startsAt ? 0 : (int) (100 * (at - startsAt) / (endsAt - startsAt));
    }

    public Ending ending() {
        return Tags.of(prompt).ending();
    }
}
