package dev.atelier.providers.ark;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;

/** Looks at Ark's tasks, many in one call, and cancels one. An unknown status is work, never an end. */
final class ArkTasks {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;

    ArkTasks(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        String filter = wanted.stream().map(id -> "&filter.task_ids=" + ArkSearch.encoded(id.value())).sorted()
                .collect(Collectors.joining());
        Spoken spoken = wire.say(Ask.get(as.baseUrl() + Ark.TASKS + "?page_num=1&page_size=500" + filter,
                Ark.headers(as, "look"), PATIENCE));
        JsonNode list = ArkSearch.list(spoken.reply());
        Map<TaskId, Sighting> seen = new HashMap<>();
        if (list == null) {
            Failure unreadable = Failure.of(ErrorKind.PROVIDER_ERROR,
                    "the list answered " + spoken.reply().httpStatus());
            wanted.forEach(id -> seen.put(id, new Sighting.Unreadable(unreadable)));
            return seen;
        }
        Recording recording = new Recording("look", new Redaction(as.secret(), null));
        for (JsonNode item : list.path("items")) {
            String id = Json.text(item, "id");
            if (id != null && wanted.contains(new TaskId(id))) {
                seen.put(new TaskId(id), sighting(item, spoken, recording));
            }
        }
        Long total = Json.whole(list, "total");
        if (total != null && total > list.path("items").size()) {
            // The provider has more to say of these tasks than it said: what is missing here is not missing there.
            Failure cut = Failure.of(ErrorKind.PROVIDER_ERROR, "the list named fewer tasks than it says there are");
            wanted.forEach(id -> seen.putIfAbsent(id, new Sighting.Unreadable(cut)));
        }
        return seen;
    }

    /** The list of one's own tasks is free and needs the key alone. */
    CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + Ark.TASKS + "?page_num=1&page_size=1", Ark.headers(as, "check"),
                PATIENCE)).reply();
        if (ArkSearch.list(reply) != null) {
            return CredentialCheck.ACCEPTED;
        }
        return reply instanceof Reply.Heard heard && ArkErrors.error(heard)
                .map(error -> ArkErrors.kind(Json.text(error, "code"))).filter(kind -> kind == ErrorKind.AUTH)
                .isPresent() ? CredentialCheck.REFUSED : CredentialCheck.UNKNOWN;
    }

    private static Sighting sighting(JsonNode task, Spoken spoken, Recording recording) {
        String status = Json.text(task, "status");
        return switch (status == null ? "" : status) {
            case "succeeded" -> succeeded(task, spoken, recording);
            case "failed" -> ended(status, failed(task, recording), task, spoken, recording);
            case "cancelled" -> ended(status, Failure.of(ErrorKind.TASK_CANCELED, "the provider canceled the task"),
                    task, spoken, recording);
            case "expired" -> ended(status, Failure.of(ErrorKind.TASK_EXPIRED, "the task expired at the provider"),
                    task, spoken, recording);
            default -> new Sighting.Working(status, null, null);
        };
    }

    private static Sighting succeeded(JsonNode task, Spoken spoken, Recording recording) {
        JsonNode content = task.path("content");
        String url = Json.text(content, "video_url") != null
                ? Json.text(content, "video_url")
                : Json.text(content, "file_url");
        if (url == null) {
            // Seen right after success: the address comes a moment later.
            return new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "succeeded, but names no file yet"));
        }
        Long tokens = Json.whole(task.path("usage"), "completion_tokens");
        Map<String, BigDecimal> units = tokens == null
                ? Map.of("task", BigDecimal.ONE)
                : Map.of("task", BigDecimal.ONE, "tokens", BigDecimal.valueOf(tokens));
        return new Sighting.Ended("succeeded", new Finished.Success(new Made(List.of(ResultFile.main(url)), units)),
                exchange(task, spoken, recording, tokens));
    }

    private static Failure failed(JsonNode task, Recording recording) {
        JsonNode error = task.path("error");
        return Json.text(error, "code") == null
                ? Failure.of(ErrorKind.GENERATION_FAILED, "the task failed without a reason")
                : ArkAnswers.known(ArkErrors.failure(error, null, recording.redaction()), ErrorKind.GENERATION_FAILED);
    }

    private static Sighting ended(String status, Failure failure, JsonNode task, Spoken spoken, Recording recording) {
        return new Sighting.Ended(status, new Finished.Failed(failure), exchange(task, spoken, recording, null));
    }

    private static Exchange exchange(JsonNode task, Spoken spoken, Recording recording, Long tokens) {
        return recording.of(spoken, Json.object().put("task_id", Json.text(task, "id")), task, tokens);
    }

    CancelOutcome cancel(TaskId task, Credential as) {
        Recording recording = new Recording("cancel", new Redaction(as.secret(), null));
        String url = as.baseUrl() + Ark.TASKS + "/" + ArkSearch.encoded(task.value());
        JsonNode asked = Json.object().put("task_id", task.value());
        Spoken looked = wire.say(Ask.get(url, Ark.headers(as, "look"), PATIENCE));
        String status = looked.reply() instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).map(read -> Json.text(read, "status")).orElse(null)
                : null;
        if (!"queued".equals(status)) {
            return new CancelOutcome("running".equals(status)
                    ? CancelOutcome.Result.REFUSED
                    : CancelOutcome.Result.UNKNOWN, recording.of(looked, asked, null));
        }
        Spoken deleted = wire.say(Ask.delete(url, Ark.headers(as, "cancel"), PATIENCE));
        CancelOutcome.Result result = switch (deleted.reply()) {
            case Reply.Heard heard when heard.good() -> CancelOutcome.Result.CANCELED;
            case Reply.Heard heard when heard.status() == 409 -> CancelOutcome.Result.REFUSED;
            default -> CancelOutcome.Result.UNKNOWN;
        };
        return new CancelOutcome(result, recording.of(deleted, asked, null));
    }
}
