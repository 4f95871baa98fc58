package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.script.Ending;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.state.Json;
import java.time.Instant;
import java.util.Locale;

/** Shows a task as the provider does. */
record TaskJson(Results results) {
    /** What the provider reports; the sandbox's own films have fewer. */
    private static final int FRAMES_PER_SECOND = 24;
    private static final long MESH_TOKENS = 30_000;

    /** Archiving is no word of the provider's. */
    static String word(Status status) {
        return status == Status.ODD ? "archiving" : status.name().toLowerCase(Locale.ROOT);
    }

    ObjectNode show(Task task, Instant now) {
        TaskRequest request = TaskRequest.of(task);
        Status status = task.status(now);
        ObjectNode json = Json.object().put("id", task.id()).put("model", request.model())
                .put("status", word(status));
        switch (status) {
            case SUCCEEDED -> success(json, task, request);
            case FAILED -> failure(json, task.ending());
            case QUEUED, RUNNING, CANCELLED, EXPIRED, ODD -> json.putNull("error");
        }
        json.put("created_at", task.createdAt() / 1000).put("updated_at", task.updatedAt(now) / 1000);
        json.put("seed", request.seed());
        if (request.mesh()) {
            json.put("fileformat", request.fileFormat()).put("subdivisionlevel", request.subdivision());
        } else {
            json.put("resolution", request.resolution()).put("ratio", request.ratio())
                    .put("duration", request.duration()).put("framespersecond", FRAMES_PER_SECOND);
        }
        json.put("service_tier", "default").put("execution_expires_after", 172_800);
        request.echoed().forEach(json::set);
        return json;
    }

    private void success(ObjectNode json, Task task, TaskRequest request) {
        ObjectNode content = json.putNull("error").putObject("content");
        content.put(request.mesh() ? "file_url" : "video_url", results.url(task.results().get("main")));
        if (task.results().containsKey("last_frame")) {
            content.put("last_frame_url", results.url(task.results().get("last_frame")));
        }
        long tokens = request.mesh()
                ? MESH_TOKENS
                : request.size().pixels() * FRAMES_PER_SECOND * request.duration() / 1024;
        json.putObject("usage").put("completion_tokens", tokens).put("total_tokens", tokens);
    }

    private static void failure(ObjectNode json, Ending ending) {
        if (ending == Ending.CONTENT_OUTPUT) {
            json.putObject("error").put("code", "OutputVideoSensitiveContentDetected").put("message",
                    "The request failed because the output video may contain sensitive information.");
        } else if (ending == Ending.CONTENT_LATE) {
            json.putObject("error").put("code", "InputTextSensitiveContentDetected").put("message",
                    "The request failed because the input text may contain sensitive information.");
        } else {
            json.putObject("error").put("code", "GenerationFailed").put("message",
                    "The service encountered an unexpected internal error while generating.");
        }
    }
}
