package dev.atelier.sandbox.replicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import java.time.Duration;
import java.time.Instant;

/** Shows a prediction as Replicate does: what went in and what came out is gone an hour after its end. */
record PredictionJson(Results results, String address) {
    private static final Duration KEPT = Duration.ofHours(1);

    ObjectNode show(Task task, Instant now) {
        Status status = task.status(now);
        boolean ended = !status.going();
        boolean removed = ended && now.isAfter(Instant.ofEpochMilli(task.updatedAt(now)).plus(KEPT));
        ObjectNode json = Json.object().put("id", task.id()).put("model", task.model())
                .put("version", task.request().path("version").asText("hidden")).put("status", word(task, now));
        json.set("input", removed ? Json.object() : task.request().path("input"));
        json.putNull("output");
        if (succeeded(task, now) && !removed) {
            output(json, task);
        }
        json.put("logs", "").put("error", error(task, now)).put("data_removed", removed).put("source", "api");
        json.put("created_at", time(task.createdAt()));
        json.put("started_at", status == Status.QUEUED ? null : time(task.startsAt()));
        json.put("completed_at", ended ? time(task.updatedAt(now)) : null);
        ObjectNode metrics = json.putObject("metrics");
        if (ended) {
            metrics.put("predict_time", Math.max(0, task.updatedAt(now) - task.startsAt()) / 1000.0);
        }
        String url = address + "/predictions/" + task.id();
        json.putObject("urls").put("get", url).put("cancel", url + "/cancel").put("web",
                "https://replicate.com/p/" + task.id());
        return json;
    }

    private void output(ObjectNode json, Task task) {
        if (!task.results().containsKey("main")) {
            ArrayNode images = json.putArray("output");
            for (int number = 0; task.results().containsKey("image-" + number); number++) {
                images.add(results.url(task.results().get("image-" + number)));
            }
        } else if (task.results().containsKey("preview")) {
            json.putObject("output").put("model_file", results.url(task.results().get("main")))
                    .put("preview_image", results.url(task.results().get("preview")));
        } else {
            json.put("output", results.url(task.results().get("main")));
        }
    }

    static String word(Task task, Instant now) {
        return switch (task.status(now)) {
            case QUEUED -> "starting";
            case RUNNING -> "processing";
            case SUCCEEDED -> task.ending() == Ending.CONTENT_INPUT ? "failed" : "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "canceled";
            case EXPIRED -> "aborted";
            case ODD -> "archiving";
        };
    }

    private static boolean succeeded(Task task, Instant now) {
        return word(task, now).equals("succeeded");
    }

    private static String error(Task task, Instant now) {
        if (!word(task, now).equals("failed")) {
            return null;
        }
        return switch (task.ending()) {
            case CONTENT_INPUT ->
                "The input or output was flagged as sensitive. Please try again with different inputs."
                        + " (E005) (prompt)";
            case CONTENT_OUTPUT, CONTENT_LATE ->
                "NSFW content detected. Try running it again, or try a different seed.";
            default -> "Prediction interrupted; please retry (code: PA)";
        };
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
