package dev.atelier.providers.tripo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Looking;
import dev.atelier.providers.talk.Told;

/** Looks at Tripo's tasks, many in one call. An unknown status is work, never an end. */
final class TripoTasks {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;

    TripoTasks(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        ObjectNode body = Json.object();
        wanted.stream().map(TaskId::value).sorted().forEach(body.putArray("task_ids")::add);
        Spoken spoken = wire.say(Ask.query(as.baseUrl() + "/tasks/list", Bearer.headers(as), body, PATIENCE));
        Optional<JsonNode> tasks = data(spoken.reply()).map(data -> data.path("tasks")).filter(JsonNode::isObject);
        Map<TaskId, Sighting> seen = new HashMap<>();
        Recording recording = new Recording("look", new Redaction(as.secret(), null));
        for (TaskId task : wanted) {
            if (tasks.isEmpty()) {
                seen.put(task, Looking.unreadable(spoken));
            } else if (tasks.get().path(task.value()).isObject()) {
                seen.put(task, sighting(task, tasks.get().path(task.value()), spoken, recording));
            }
        }
        return seen;
    }

    /** Empty unless it is Tripo's envelope around something good. */
    static Optional<JsonNode> data(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).filter(body -> body.path("code").asInt(-1) == 0)
                        .map(body -> body.path("data"))
                : Optional.empty();
    }

    private static Sighting sighting(TaskId id, JsonNode task, Spoken spoken, Recording recording) {
        String status = Json.text(task, "status");
        return switch (status == null ? "" : status) {
            case "success" -> succeeded(id, task, spoken, recording);
            case "failed" -> ended(id, task, failed(task, recording), spoken, recording);
            case "banned" -> ended(id, task, Failure.of(ErrorKind.CONTENT_OUTPUT, "banned",
                    "the provider's review refused the result"), spoken, recording);
            case "cancelled" -> ended(id, task, Failure.of(ErrorKind.TASK_CANCELED, "the provider canceled the task"),
                    spoken, recording);
            case "expired" -> ended(id, task, Failure.of(ErrorKind.TASK_EXPIRED,
                    "the task expired at the provider"), spoken, recording);
            default -> working(status, task);
        };
    }

    private static Sighting working(String status, JsonNode task) {
        Long progress = Json.whole(task, "progress");
        Long left = Json.whole(task, "running_left_time");
        return new Sighting.Working(status,
                progress == null || progress < 0 || progress > 100 ? null : progress.intValue(),
                // As the vendor's own client does: half of what is left, never sooner than in two seconds.
                left == null || left < 0 ? null : Duration.ofSeconds(Math.clamp(left / 2, 2, 30)));
    }

    private static Sighting succeeded(TaskId id, JsonNode task, Spoken spoken, Recording recording) {
        JsonNode output = task.path("output");
        List<ResultFile> files = new ArrayList<>();
        add(files, "main", output, "model_url", "pbr_model_url", "generated_image_url");
        if (files.isEmpty()) {
            return new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "succeeded, but names no file yet"));
        }
        add(files, "preview", output, "rendered_image_url");
        JsonNode credits = task.path("credits_consumed");
        Map<String, BigDecimal> units = credits.isNumber()
                ? Map.of("task", BigDecimal.ONE, "credits", credits.decimalValue())
                : Map.of("task", BigDecimal.ONE);
        return new Sighting.Ended("success", new Finished.Success(new Made(files, units)),
                recording.of(spoken, asked(id), task, null));
    }

    private static void add(List<ResultFile> files, String role, JsonNode output, String... fields) {
        for (String field : fields) {
            if (Json.text(output, field) != null) {
                files.add(new ResultFile(role, Json.text(output, field), null));
                return;
            }
        }
    }

    private static Failure failed(JsonNode task, Recording recording) {
        JsonNode code = task.path("error_code");
        String message = Json.text(task, "error_message") == null
                ? Json.text(task, "error_msg")
                : Json.text(task, "error_message");
        return code.isIntegralNumber()
                ? Told.known(Told.failure(TripoErrors.kind(code.asInt()), code.asText(), message, null,
                        recording.redaction()), ErrorKind.GENERATION_FAILED)
                : Told.failure(ErrorKind.GENERATION_FAILED, null,
                        message == null ? "the task failed without a reason" : message, null, recording.redaction());
    }

    private static Sighting ended(TaskId id, JsonNode task, Failure failure, Spoken spoken, Recording recording) {
        return new Sighting.Ended(Json.text(task, "status"), new Finished.Failed(failure),
                recording.of(spoken, asked(id), task, null));
    }

    private static ObjectNode asked(TaskId id) {
        return Json.object().put("task_id", id.value());
    }
}
