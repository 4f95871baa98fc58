package dev.atelier.sandbox.volcengine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Shows a task as the provider does; a film's address lives an hour, a picture's a day. */
record CvTask(Results results) {
    private static final Duration FILM = Duration.ofHours(1);

    static Reply.Whole status(String word) {
        ObjectNode body = CvRefusals.envelope(10000, "Success");
        body.putObject("data").put("status", word);
        return Reply.json(200, body);
    }

    Reply.Whole show(Task task, JsonNode asked, Instant now) {
        return switch (task.status(now)) {
            case QUEUED -> status("in_queue");
            case RUNNING -> status("generating");
            case SUCCEEDED -> done(task, asked, now);
            case FAILED -> failed(task.ending());
            case EXPIRED -> status("expired");
            case CANCELLED -> status("not_found");
            // No word of the provider's.
            case ODD -> status("archiving");
        };
    }

    private Reply.Whole done(Task task, JsonNode asked, Instant now) {
        ObjectNode body = CvRefusals.envelope(10000, "Success");
        ObjectNode data = body.putObject("data").put("status", "done").put("task_id", task.id());
        String film = task.results().get("video");
        if (film != null) {
            data.put("video_url", results.url(film, now.plus(FILM)));
        } else if (wantsUrl(asked)) {
            data.putArray("image_urls").add(results.url(task.results().get("image")));
        } else {
            results.find(task.results().get("image")).ifPresent(picture -> data.putArray("binary_data_base64")
                    .add(Base64.getEncoder().encodeToString(results.bytes(picture))));
        }
        return Reply.json(200, body);
    }

    /** Said in JSON inside of JSON. */
    private static boolean wantsUrl(JsonNode asked) {
        try {
            return Json.read(asked.path("req_json").asText("{}").getBytes(StandardCharsets.UTF_8))
                    .path("return_url").asBoolean();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Reply.Whole failed(Ending ending) {
        boolean content = ending.content();
        ObjectNode body = CvRefusals.envelope(content ? 50511 : 50501, content
                ? "Post Img Risk Not Pass"
                : "Internal RPC Error");
        body.putObject("data").put("status", "done");
        return Reply.json(200, body);
    }
}
