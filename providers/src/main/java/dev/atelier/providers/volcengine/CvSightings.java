package dev.atelier.providers.volcengine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.talk.Looking;
import dev.atelier.providers.talk.Told;

/** What a read of a task shows: done is good only when the code around it is; an unknown word is work. */
final class CvSightings {

    private final Recording recording;
    private final JsonNode request;

    CvSightings(Recording recording, JsonNode request) {
        this.recording = recording;
        this.request = request;
    }

    /** Empty when the provider knows no such task. */
    Optional<Sighting> of(Spoken spoken) {
        ObjectNode body = spoken.reply() instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).orElse(null)
                : null;
        if (body == null || Json.whole(body, "code") == null) {
            return Optional.of(Looking.unreadable(spoken));
        }
        long code = Json.whole(body, "code");
        String status = Json.text(body.path("data"), "status");
        if (code != CvErrors.GOOD) {
            return Optional.of("done".equals(status) || isJudgement(code)
                    ? failed(status, code, body, spoken)
                    : Looking.unreadable(spoken));
        }
        return switch (status == null ? "" : status) {
            case "not_found" -> Optional.empty();
            case "done" -> Optional.of(done(body.path("data"), spoken));
            case "expired" -> Optional.of(ended(status, Failure.of(ErrorKind.TASK_EXPIRED,
                    "the task expired at the provider"), spoken));
            case "" -> Optional.of(Looking.unreadable(spoken));
            default -> Optional.of(new Sighting.Working(status, null, null));
        };
    }

    /** Said of what was made or asked for, never of the reading. */
    private static boolean isJudgement(long code) {
        ErrorKind kind = CvErrors.kind(code);
        return kind == ErrorKind.CONTENT_INPUT || kind == ErrorKind.CONTENT_OUTPUT;
    }

    private Sighting failed(String status, long code, ObjectNode body, Spoken spoken) {
        ErrorKind kind = CvErrors.kind(code);
        return ended(status == null ? "done" : status, Told.failure(kind == null ? ErrorKind.GENERATION_FAILED : kind,
                Long.toString(code), Json.text(body, "message"), null, recording.redaction()), spoken);
    }

    private Sighting done(JsonNode data, Spoken spoken) {
        List<ResultFile> files = new ArrayList<>();
        data.path("image_urls").forEach(url -> files.add(ResultFile.main(url.asText())));
        if (files.isEmpty()) {
            data.path("binary_data_base64").forEach(bytes -> files.add(new ResultFile("main", null, bytes.asText())));
        }
        String video = Json.text(data, "video_url");
        if (video != null) {
            files.add(ResultFile.main(video));
        }
        Map<String, BigDecimal> units = video != null
                ? Map.of("task", BigDecimal.ONE)
                : Map.of("task", BigDecimal.ONE, "image", BigDecimal.valueOf(files.size()));
        return files.isEmpty()
                ? Looking.unreadable(spoken)
                : new Sighting.Ended("done", new Finished.Success(new Made(List.copyOf(files), units)),
                        recording.of(spoken, request, null));
    }

    private Sighting ended(String status, Failure failure, Spoken spoken) {
        return new Sighting.Ended(status, new Finished.Failed(failure), recording.of(spoken, request, null));
    }
}
