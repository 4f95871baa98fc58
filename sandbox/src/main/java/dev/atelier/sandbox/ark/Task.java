package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Tags;
import java.time.Duration;
import java.time.Instant;

/**
 * One paid piece of work. Its state is never stored: it follows from the clock, so it goes on while the sandbox is down.
 *
 * @param createdAt   unix milliseconds; so are {@code startsAt}, {@code endsAt} and {@code cancelledAt} (0 = not)
 * @param resultToken of the file it makes; {@code lastFrameToken} is null unless asked for
 */
record Task(String id, String owner, String account, TaskRequest request, long createdAt, long startsAt, long endsAt,
        long cancelledAt, String resultToken, String lastFrameToken) {

    private static final Duration USUAL = Duration.ofMillis(800);
    private static final Duration LONGEST_QUEUE = Duration.ofMillis(300);

    static Task accepted(String id, ArkKey key, TaskRequest request, Instant now, String result, String lastFrame) {
        Tags tags = Tags.of(request.prompt());
        long takes = tags.takes().orElse(USUAL).toMillis();
        long queued = tags.queued().map(Duration::toMillis)
                .orElse(Math.min(takes / 10, LONGEST_QUEUE.toMillis()));
        long created = now.toEpochMilli();
        return new Task(id, key.owner(), key.label(), request, created, created + queued,
                endsAt(tags, now).toEpochMilli(), 0, result, lastFrame);
    }

    /** Waiting longer than the usual moment comes on top of the work. */
    static Instant endsAt(Tags tags, Instant created) {
        return created.plus(tags.takes().orElse(USUAL)).plus(tags.queued().orElse(Duration.ZERO));
    }

    Task cancelled(Instant now) {
        return new Task(id, owner, account, request, createdAt, startsAt, endsAt, now.toEpochMilli(), resultToken,
                lastFrameToken);
    }

    Status status(Instant now) {
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
            case CONTENT_OUTPUT, GENERATION -> Status.FAILED;
            case EXPIRED -> Status.EXPIRED;
            case UNKNOWN_STATUS -> Status.ARCHIVING;
            case OK, CONTENT_INPUT, CREDIT, CONCURRENCY, AUTH -> Status.SUCCEEDED;
        };
    }

    long updatedAt(Instant now) {
        return switch (status(now)) {
            case QUEUED -> createdAt;
            case RUNNING -> startsAt;
            case CANCELLED -> cancelledAt;
            case SUCCEEDED, FAILED, EXPIRED, ARCHIVING -> endsAt;
        };
    }

    Ending ending() {
        return Tags.of(request.prompt()).ending();
    }
}
