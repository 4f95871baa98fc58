package dev.atelier.sandbox.meshy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import java.time.Duration;
import java.time.Instant;

/** Shows a task as Meshy does: times in milliseconds, what there is not yet as 0 or empty. */
record MeshyTask(Results results) {
    private static final Duration KEPT = Duration.ofDays(3);

    ObjectNode show(Task task, Instant now) {
        Status status = task.status(now);
        boolean over = !status.going();
        ObjectNode json = Json.object().put("id", task.id()).put("type", task.request().path("type").asText())
                .put("ai_model", task.model()).put("prompt", task.prompt()).put("status", word(status))
                .put("progress", task.progress(now)).put("preceding_tasks", status == Status.QUEUED ? 1 : 0)
                .put("created_at", task.createdAt()).put("started_at", status == Status.QUEUED ? 0 : task.startsAt())
                .put("finished_at", over ? task.updatedAt(now) : 0)
                .put("expires_at", over ? task.updatedAt(now) + KEPT.toMillis() : 0)
                .put("consumed_credits", status == Status.SUCCEEDED ? task.request().path("credits").asInt() : 0);
        ObjectNode models = json.putObject("model_urls");
        json.putObject("task_error").put("message", status == Status.FAILED ? reason(task) : "");
        if (status == Status.SUCCEEDED) {
            models.put("glb", url(task, "glb"));
            json.put("thumbnail_url", url(task, "thumbnail"));
            if (task.results().containsKey("base_color")) {
                json.putArray("texture_urls").addObject().put("base_color", url(task, "base_color"));
            }
        }
        return json;
    }

    private String url(Task task, String role) {
        return results.url(task.results().get(role));
    }

    private static String reason(Task task) {
        return task.ending().content()
                ? "The result was refused by content moderation"
                : "The model could not be generated";
    }

    static String word(Status status) {
        return switch (status) {
            case QUEUED -> "PENDING";
            case RUNNING -> "IN_PROGRESS";
            case SUCCEEDED -> "SUCCEEDED";
            case FAILED -> "FAILED";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
            case ODD -> "DREAMING";
        };
    }
}
