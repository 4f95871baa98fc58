package dev.atelier.sandbox.tripo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Shows a task as Tripo does: each look signs its addresses anew, for five minutes. */
record TripoTask(Results results) {
    private static final Duration SIGNED = Duration.ofMinutes(5);

    ObjectNode show(Task task, Instant now) {
        Status status = task.status(now);
        ObjectNode json = Json.object().put("task_id", task.id()).put("type", type(task)).put("status", word(task, now))
                .put("progress", task.progress(now)).put("create_time", task.createdAt() / 1000)
                .put("created_at", Instant.ofEpochMilli(task.createdAt()).toString());
        json.set("input", task.request().path("input"));
        ObjectNode output = json.putObject("output");
        json.put("running_left_time", status == Status.RUNNING
                ? Math.max(1, (task.endsAt() - now.toEpochMilli()) / 1000)
                : -1).put("queuing_num", status == Status.QUEUED ? 1 : -1);
        if (status == Status.SUCCEEDED) {
            Duration signed = Tags.of(task.prompt()).signed().orElse(SIGNED);
            for (Map.Entry<String, String> file : task.results().entrySet()) {
                output.put(file.getKey(), results.url(file.getValue(), now.plus(signed)));
            }
            json.put("credits_consumed", credits(task, now)).put("completed_at",
                    Instant.ofEpochMilli(task.endsAt()).toString());
        }
        if (status == Status.FAILED && task.ending() == Ending.CONTENT_LATE) {
            json.put("error_code", 2008).put("error_message", "The input violates the content policy.")
                    .put("credits_consumed", 0);
        }
        if (status == Status.FAILED && task.ending() == Ending.GENERATION) {
            json.put("error_code", 1001).put("error_message", "The generation failed.").put("credits_consumed", 0);
        }
        return json;
    }

    /** One line of what was used. */
    ObjectNode usage(Task task, Instant now) {
        return Json.object().put("task_id", task.id()).put("type", type(task)).put("status", word(task, now))
                .put("created_at", Instant.ofEpochMilli(task.createdAt()).toString())
                .put("credits_consumed", credits(task, now));
    }

    /** What failed is given back. */
    static int credits(Task task, Instant now) {
        return switch (task.status(now)) {
            case QUEUED, RUNNING, SUCCEEDED, ODD -> task.request().path("credits").asInt();
            case FAILED, CANCELLED, EXPIRED -> 0;
        };
    }

    static String word(Task task, Instant now) {
        return switch (task.status(now)) {
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case SUCCEEDED -> "success";
            case FAILED -> task.ending() == Ending.CONTENT_OUTPUT ? "banned" : "failed";
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired";
            case ODD -> "polishing";
        };
    }

    private static String type(Task task) {
        return task.request().path("type").asText();
    }
}
