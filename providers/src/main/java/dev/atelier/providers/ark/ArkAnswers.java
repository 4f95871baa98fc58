package dev.atelier.providers.ark;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.record.Recording;

/**
 * What an answer to a create proves. Only a refusal in Ark's own form, with a code it documents, proves that nothing was
 * accepted; a 5xx, an unreadable answer or none at all prove nothing.
 */
final class ArkAnswers {

    private final Recording recording;
    private final ObjectNode request;
    private final Instant now;

    ArkAnswers(Recording recording, ObjectNode request, Instant now) {
        this.recording = recording;
        this.request = request;
        this.now = now;
    }

    SubmitOutcome of(Spoken spoken, boolean image) {
        return switch (spoken.reply()) {
            case Reply.NeverLeft never -> new SubmitOutcome.NotSent(Failure.of(never.kind(), never.why()),
                    exchange(spoken));
            case Reply.Lost lost -> ambiguous(spoken, lost.kind(), lost.why());
            case Reply.Heard heard when heard.good() -> image ? images(spoken, heard) : task(spoken, heard);
            case Reply.Heard heard -> refused(spoken, heard);
        };
    }

    private SubmitOutcome task(Spoken spoken, Reply.Heard heard) {
        String id = Json.object(heard.body()).map(body -> Json.text(body, "id")).orElse(null);
        return id == null || id.length() > 200
                ? ambiguous(spoken, ErrorKind.PROVIDER_ERROR, "the answer names no task")
                : new SubmitOutcome.Accepted(new TaskId(id), exchange(spoken));
    }

    private SubmitOutcome images(Spoken spoken, Reply.Heard heard) {
        Optional<ObjectNode> body = Json.object(heard.body());
        JsonNode data = body.<JsonNode>map(read -> read.path("data")).orElse(null);
        if (data == null || !data.isArray() || data.isEmpty()) {
            return ambiguous(spoken, ErrorKind.PROVIDER_ERROR, "the answer holds no picture");
        }
        List<ResultFile> files = new ArrayList<>();
        Failure itemFailed = null;
        for (JsonNode item : data) {
            String url = Json.text(item, "url");
            String base64 = Json.text(item, "b64_json");
            if (url != null || base64 != null) {
                files.add(new ResultFile("main", url, url == null ? base64 : null));
            } else if (Json.text(item.path("error"), "code") != null) {
                itemFailed = known(ArkErrors.failure(item.path("error"), null, recording.redaction()),
                        ErrorKind.GENERATION_FAILED);
            }
        }
        if (!files.isEmpty()) {
            JsonNode usage = body.get().path("usage");
            return new SubmitOutcome.Answered(
                    new Finished.Success(new Made(files, Map.of("image", counted(usage, files)))),
                    recording.of(spoken, request, Json.whole(usage, "output_tokens")));
        }
        return itemFailed == null
                ? ambiguous(spoken, ErrorKind.PROVIDER_ERROR, "the answer holds no picture")
                : new SubmitOutcome.Answered(new Finished.Failed(itemFailed), exchange(spoken));
    }

    private static BigDecimal counted(JsonNode usage, List<ResultFile> files) {
        Long counted = Json.whole(usage, "generated_images");
        return BigDecimal.valueOf(counted == null || counted < 1 ? files.size() : counted);
    }

    private SubmitOutcome refused(Spoken spoken, Reply.Heard heard) {
        Failure failure = ArkErrors.error(heard)
                .map(error -> ArkErrors.failure(error, RetryAfter.of(heard, now), recording.redaction())).orElse(null);
        boolean proven = heard.status() >= 400 && heard.status() < 500 && failure != null && failure.kind() != null;
        return proven
                ? new SubmitOutcome.NotSent(failure, exchange(spoken))
                : new SubmitOutcome.Ambiguous(known(
                        Objects.requireNonNullElseGet(failure, () -> Failure.of(ErrorKind.PROVIDER_ERROR,
                                "answered HTTP " + heard.status() + " in no form that Ark documents")),
                        ErrorKind.PROVIDER_ERROR), exchange(spoken));
    }

    static Failure known(Failure failure, ErrorKind otherwise) {
        return failure.kind() != null
                ? failure
                : new Failure(otherwise, failure.providerCode(), failure.message(), failure.retryAfter(),
                        failure.resetAt(), failure.billed());
    }

    private SubmitOutcome ambiguous(Spoken spoken, ErrorKind kind, String why) {
        return new SubmitOutcome.Ambiguous(Failure.of(kind, why), exchange(spoken));
    }

    private Exchange exchange(Spoken spoken) {
        return recording.of(spoken, request, null);
    }
}
