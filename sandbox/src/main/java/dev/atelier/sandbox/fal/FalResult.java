package dev.atelier.sandbox.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Bodies;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import java.time.Instant;
import java.util.Map;

/** What a request brought, in the shape of the model's own answer; a failure is told here and nowhere else. */
record FalResult(Results results) {

    Reply.Whole of(Task task, Instant now) {
        return switch (task.status(now)) {
            case QUEUED, RUNNING, ODD -> FalRefusals.said(400, "Request is still in progress");
            case CANCELLED -> FalRefusals.listed(499, "", "The request was cancelled.", "client_cancelled");
            case EXPIRED -> FalRefusals.listed(504, "", "The request timed out.", "request_timeout");
            case FAILED -> failed(task);
            case SUCCEEDED -> refused(task) ? flagged() : made(task);
        };
    }

    private static boolean refused(Task task) {
        return task.ending() == Ending.CONTENT_INPUT;
    }

    private static Reply.Whole flagged() {
        return FalRefusals.listed(422, "prompt", "The content could not be processed because it was flagged by a "
                + "content checker.", "content_policy_violation");
    }

    private static Reply.Whole failed(Task task) {
        return switch (task.ending()) {
            case CONTENT_OUTPUT, CONTENT_LATE ->
                FalRefusals.listed(422, "prompt", "No media was generated.", "no_media_generated");
            default -> FalRefusals.listed(500, "", "Internal server error.", "internal_server_error");
        };
    }

    private Reply.Whole made(Task task) {
        JsonNode input = task.request();
        ObjectNode body = Json.object();
        switch (Bodies.of(task.model())) {
            case FILM -> file(body.putObject("video"), task, "main", "video/mp4", "output.mp4");
            case MESH -> {
                file(body.putObject("model_mesh"), task, "main", "model/gltf-binary", "model.glb");
                file(body.putObject("rendered_image"), task, "preview", "image/png", "preview.png");
            }
            case PICTURE -> {
                ArrayNode images = body.putArray("images");
                for (int number = 0; task.results().containsKey("image-" + number); number++) {
                    file(images.addObject(), task, "image-" + number, "image/jpeg", number + ".jpg");
                }
                body.putArray("has_nsfw_concepts").add(false);
            }
        }
        body.put("seed", input.path("seed").asLong(7)).put("prompt", task.prompt());
        body.putObject("timings").put("inference", (task.endsAt() - task.startsAt()) / 1000.0);
        Reply.Whole whole = Reply.json(200, body);
        return new Reply.Whole(200, whole.type(), whole.bytes(), Map.of("x-fal-billable-units", "1"));
    }

    private void file(ObjectNode file, Task task, String role, String type, String name) {
        file.put("url", results.url(task.results().get(role))).put("content_type", type).put("file_name", name);
    }
}
