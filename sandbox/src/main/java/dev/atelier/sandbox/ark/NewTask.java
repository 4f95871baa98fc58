package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Acceptance;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A film or a mesh about to be taken. */
final class NewTask implements Acceptance {
    private static final int RINGS = 32;

    private final Tasks tasks;
    private final Results results;
    private final Task task;
    private final Map<String, Result> files = new LinkedHashMap<>();

    NewTask(Key key, TaskRequest request, Tasks tasks, Results results, Instant now) {
        this.tasks = tasks;
        this.results = results;
        String id = Ids.task(now);
        Instant ready = Task.endsAt(Tags.of(request.prompt()), now);
        if (request.mesh()) {
            files.put("main", Result.of(ArkApi.NAME, id, ResultKind.GLB, request.prompt(), 512, 256, RINGS,
                    request.seed(), ready));
        } else {
            files.put("main", film(id, ResultKind.MP4, request, ready));
            if (request.returnLastFrame()) {
                files.put("last_frame", film(id, ResultKind.LAST_FRAME, request, ready));
            }
        }
        this.task = Task.accepted(id, key, request.model(), request.prompt(), request,
                files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        file -> file.getValue().token())),
                now);
    }

    private static Result film(String id, ResultKind kind, TaskRequest request, Instant ready) {
        return Result.of(ArkApi.NAME, id, kind, request.prompt(), request.size().width(), request.size().height(),
                request.duration(), request.seed(), ready);
    }

    Task task() {
        return task;
    }

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public void begin() {
        files.values().forEach(results::keep);
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
