package dev.atelier.sandbox.tencent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import java.time.Instant;

/** Shows a job as Tencent does. It has no word for an expired one: it failed. */
record TencentTask(Results results) {

    ObjectNode show(Task task, Instant now) {
        Status status = task.status(now);
        ObjectNode json = Json.object().put("Status", word(status)).put("ErrorCode", "").put("ErrorMessage", "");
        ArrayNode files = json.putArray("ResultFile3Ds");
        if (status == Status.SUCCEEDED) {
            files.addObject().put("Type", "GLB").put("Url", results.url(task.results().get("model")))
                    .put("PreviewImageUrl", results.url(task.results().get("preview")));
            json.put("ResultCreditConsumed", task.request().path("credits").asInt());
        }
        if (status == Status.FAILED || status == Status.EXPIRED) {
            json.put("ErrorCode", code(task.ending())).put("ErrorMessage", task.ending().content()
                    ? "It was refused for its content."
                    : "The generation failed.");
        }
        return json;
    }

    private static String code(Ending ending) {
        return switch (ending) {
            case CONTENT_OUTPUT -> "FailedOperation.GenerateImageFailed";
            case CONTENT_LATE -> "OperationDenied.TextIllegalDetected";
            default -> "FailedOperation.EngineServerError";
        };
    }

    static String word(Status status) {
        return switch (status) {
            case QUEUED -> "WAIT";
            case RUNNING -> "RUN";
            case SUCCEEDED -> "DONE";
            case FAILED, CANCELLED, EXPIRED -> "FAIL";
            case ODD -> "POLISH";
        };
    }
}
