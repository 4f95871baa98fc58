package dev.atelier.providers.tencent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

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

/** What an answer to a query says of a task. An unknown status is work, never an end. */
record TencentSightings(Recording recording, JsonNode asked) {

    Optional<Sighting> of(Spoken spoken) {
        if (!(spoken.reply() instanceof Reply.Heard heard) || !heard.good()) {
            return Optional.of(Looking.unreadable(spoken));
        }
        Optional<JsonNode> error = TencentErrors.error(heard);
        if (error.isPresent()) {
            return TencentErrors.unknownTask(error.get())
                    ? Optional.empty()
                    : Optional.of(Looking.unreadable(spoken));
        }
        return Optional.of(Json.object(heard.body()).map(body -> body.path("Response"))
                .filter(task -> Json.text(task, "Status") != null).map(task -> sighting(task, spoken))
                .orElseGet(() -> Looking.unreadable(spoken)));
    }

    private Sighting sighting(JsonNode task, Spoken spoken) {
        String status = Json.text(task, "Status");
        return switch (status) {
            case "DONE" -> {
                List<ResultFile> files = files(task.path("ResultFile3Ds"));
                yield files.isEmpty()
                        ? new Sighting.Unreadable(
                                Failure.of(ErrorKind.PROVIDER_ERROR, "done, but names no file yet"))
                        : ended(status, new Finished.Success(new Made(files, units(task))), spoken);
            }
            case "FAIL" -> ended(status, new Finished.Failed(failure(task)), spoken);
            default -> new Sighting.Working(status, null, null);
        };
    }

    private Failure failure(JsonNode task) {
        String code = Json.text(task, "ErrorCode");
        return Told.known(Told.failure(code == null ? null : TencentErrors.kind(code), code,
                Json.text(task, "ErrorMessage"), null, recording.redaction()), ErrorKind.GENERATION_FAILED);
    }

    /** The GLB is what was asked for, else the first; the others and the previews come along. */
    private static List<ResultFile> files(JsonNode named) {
        List<JsonNode> there = StreamSupport.stream(named.spliterator(), false)
                .filter(each -> Json.text(each, "Url") != null).toList();
        List<ResultFile> files = new ArrayList<>();
        there.stream().filter(each -> "GLB".equals(Json.text(each, "Type"))).findFirst()
                .or(() -> there.stream().findFirst())
                .ifPresent(main -> {
                    files.add(ResultFile.main(Json.text(main, "Url")));
                    there.stream().filter(each -> each != main)
                            .forEach(each -> files.add(new ResultFile("format", Json.text(each, "Url"), null)));
                });
        there.stream().map(each -> Json.text(each, "PreviewImageUrl")).filter(url -> url != null).distinct()
                .forEach(url -> files.add(new ResultFile("preview", url, null)));
        return List.copyOf(files);
    }

    private static Map<String, BigDecimal> units(JsonNode task) {
        JsonNode credits = task.path("ResultCreditConsumed");
        return credits.isNumber()
                ? Map.of("task", BigDecimal.ONE, "credits", credits.decimalValue())
                : Map.of("task", BigDecimal.ONE);
    }

    private Sighting ended(String status, Finished end, Spoken spoken) {
        return new Sighting.Ended(status, end, recording.of(spoken, asked, null));
    }
}
