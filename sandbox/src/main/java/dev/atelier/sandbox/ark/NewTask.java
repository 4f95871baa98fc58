package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.time.Duration;
import java.time.Instant;

/** A film or a mesh about to be taken. */
final class NewTask implements Acceptance {
    private static final int RINGS = 32;

    private final Tasks tasks;
    private final Results results;
    private final Task task;
    private final Result result;
    private final Result lastFrame;

    NewTask(ArkKey key, TaskRequest request, Tasks tasks, Results results, Instant now) {
        this.tasks = tasks;
        this.results = results;
        String id = Ids.task(now);
        Instant ready = Task.endsAt(Tags.of(request.prompt()), now);
        this.result = request.mesh()
                ? Result.of(id, ResultKind.GLB, request.prompt(), 512, 256, RINGS, request.seed(), ready)
                : film(id, ResultKind.MP4, request, ready);
        this.lastFrame = request.returnLastFrame() && !request.mesh()
                ? film(id, ResultKind.LAST_FRAME, request, ready)
                : null;
        this.task = Task.accepted(id, key, request, now, result.token(),
                lastFrame == null ? null : lastFrame.token());
    }

    private static Result film(String id, ResultKind kind, TaskRequest request, Instant ready) {
        return Result.of(id, kind, request.prompt(), request.size().width(), request.size().height(),
                request.duration(), request.seed(), ready);
    }

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public void begin() {
        results.keep(result);
        if (lastFrame != null) {
            results.keep(lastFrame);
        }
        tasks.keep(task);
    }

    @Override
    public Duration takes() {
        return Duration.ZERO;
    }

    @Override
    public Reply.Whole answer() {
        return Reply.json(200, Json.object().put("id", task.id()));
    }

    @Override
    public Reply.Whole empty() {
        return Reply.json(200, Json.object());
    }
}
