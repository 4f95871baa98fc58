package dev.atelier.providers.replicate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.form.Harvest;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Looking;

/** Looks at predictions and cancels one. An unknown status is work, never an end. */
final class Predictions {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;

    Predictions(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> look(task, as));
    }

    private Optional<Sighting> look(TaskId task, Credential as) {
        Spoken spoken = wire.say(Ask.get(as.baseUrl() + "/predictions/" + task.value(), Bearer.headers(as),
                PATIENCE));
        if (spoken.reply() instanceof Reply.Heard heard && heard.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(said(spoken.reply()).filter(prediction -> Json.text(prediction, "status") != null)
                .map(prediction -> sighting(prediction, spoken, as)).orElseGet(() -> Looking.unreadable(spoken)));
    }

    private static Sighting sighting(ObjectNode prediction, Spoken spoken, Credential as) {
        String status = Json.text(prediction, "status");
        Recording recording = new Recording("look", new Redaction(as.secret(), null));
        return switch (status) {
            case "succeeded" -> succeeded(prediction, spoken, recording);
            case "failed", "aborted" -> ended(status, new Finished.Failed(ReplicateErrors.failed(status,
                    Json.text(prediction, "error"), recording.redaction())), prediction, spoken, recording);
            case "canceled" -> ended(status, new Finished.Failed(Failure.of(ErrorKind.TASK_CANCELED,
                    "the provider canceled the prediction")), prediction, spoken, recording);
            default -> new Sighting.Working(status, null, null);
        };
    }

    private static Sighting succeeded(ObjectNode prediction, Spoken spoken, Recording recording) {
        List<ResultFile> files = Harvest.of(prediction.path("output"));
        if (!files.isEmpty()) {
            return ended("succeeded", new Finished.Success(new Made(files, units(prediction, files))), prediction,
                    spoken, recording);
        }
        // Outputs are deleted an hour after the end; the prediction itself stays.
        return prediction.path("data_removed").asBoolean(false)
                ? ended("succeeded", new Finished.Failed(Failure.of(ErrorKind.RESULT_GONE, "data_removed",
                        "the provider has deleted the result, as it does an hour after its end")), prediction, spoken,
                        recording)
                : new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "succeeded, but names no file yet"));
    }

    private static Map<String, BigDecimal> units(ObjectNode prediction, List<ResultFile> files) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("task", BigDecimal.ONE);
        units.put("file", BigDecimal.valueOf(files.stream().filter(file -> file.role().equals("main")).count()));
        JsonNode metrics = prediction.path("metrics");
        put(units, "predict_second", metrics.path("predict_time"));
        put(units, "image", metrics.path("image_count"));
        put(units, "video_second", metrics.path("video_output_duration_seconds"));
        return units;
    }

    private static void put(Map<String, BigDecimal> units, String unit, JsonNode counted) {
        if (counted.isNumber()) {
            units.put(unit, counted.decimalValue());
        }
    }

    CancelOutcome cancel(TaskId task, Credential as) {
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + "/predictions/" + task.value() + "/cancel",
                Bearer.headers(as), null, PATIENCE, Ask.SMALL, null));
        CancelOutcome.Result result = said(spoken.reply()).map(prediction -> Json.text(prediction, "status"))
                .filter("canceled"::equals).map(canceled -> CancelOutcome.Result.CANCELED)
                .orElse(CancelOutcome.Result.UNKNOWN);
        return new CancelOutcome(result, new Recording("cancel", new Redaction(as.secret(), null)).of(spoken,
                Json.object().put("task_id", task.value()), null));
    }

    static Optional<ObjectNode> said(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good() ? Json.object(heard.body()) : Optional.empty();
    }

    private static Sighting ended(String status, Finished end, ObjectNode prediction, Spoken spoken,
            Recording recording) {
        return new Sighting.Ended(status, end,
                recording.of(spoken, Json.object().put("task_id", Json.text(prediction, "id")), null));
    }
}
