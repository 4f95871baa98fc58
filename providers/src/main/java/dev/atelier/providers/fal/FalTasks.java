package dev.atelier.providers.fal;

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
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.form.Harvest;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Looking;

/** Looks at fal's requests. That one is complete says nothing yet: whether it failed is seen at its result alone. */
final class FalTasks {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;

    FalTasks(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> look(task, as));
    }

    private Optional<Sighting> look(TaskId task, Credential as) {
        Spoken spoken = status(task, as);
        if (spoken.reply() instanceof Reply.Heard heard && heard.status() == 404) {
            return Optional.empty();
        }
        Optional<ObjectNode> status = said(spoken.reply());
        if (status.isEmpty() || Json.text(status.get(), "status") == null) {
            return Optional.of(Looking.unreadable(spoken));
        }
        String word = Json.text(status.get(), "status");
        return Optional.of("COMPLETED".equals(word)
                ? result(task, as)
                : new Sighting.Working(word, null, queued(status.get())));
    }

    /** The place in the queue is no time, yet the further back, the later the next look. */
    private static Duration queued(JsonNode status) {
        Long position = Json.whole(status, "queue_position");
        return position == null ? null : Duration.ofSeconds(Math.clamp(position, 1, 30));
    }

    private Sighting result(TaskId task, Credential as) {
        Spoken spoken = wire.say(Ask.get(as.baseUrl() + "/" + task.value(), Fal.headers(as), PATIENCE));
        Recording recording = new Recording("look", new Redaction(as.secret(), null));
        if (!(spoken.reply() instanceof Reply.Heard heard)) {
            return Looking.unreadable(spoken);
        }
        if (!heard.good()) {
            return FalErrors.failed(heard, recording.redaction())
                    .<Sighting>map(failure -> new Sighting.Ended("COMPLETED", new Finished.Failed(failure),
                            exchange(task, spoken, recording)))
                    .orElseGet(() -> Looking.unreadable(spoken));
        }
        List<ResultFile> files = Json.object(heard.body()).map(Harvest::of).orElse(List.of());
        return files.isEmpty()
                ? new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "completed, but names no file"))
                : new Sighting.Ended("COMPLETED", new Finished.Success(new Made(files, units(heard, files))),
                        exchange(task, spoken, recording));
    }

    /** fal counts in units of the model's own price, and says so in a header. */
    private static Map<String, BigDecimal> units(Reply.Heard heard, List<ResultFile> files) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("task", BigDecimal.ONE);
        units.put("file", BigDecimal.valueOf(files.stream().filter(file -> file.role().equals("main")).count()));
        String counted = heard.headers().get("x-fal-billable-units");
        if (counted != null && counted.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            units.put("unit", new BigDecimal(counted));
        }
        return units;
    }

    CancelOutcome cancel(TaskId task, Credential as) {
        Spoken spoken = wire.say(Ask.put(as.baseUrl() + "/" + task.value() + "/cancel", Fal.headers(as), PATIENCE));
        CancelOutcome.Result result = switch (spoken.reply()) {
            // It says that it was asked to end, not that it has: one that runs already may be made all the same.
            case Reply.Heard heard when heard.good() -> CancelOutcome.Result.UNKNOWN;
            case Reply.Heard heard when heard.status() == 400 -> CancelOutcome.Result.REFUSED;
            default -> CancelOutcome.Result.UNKNOWN;
        };
        return new CancelOutcome(result, new Recording("cancel", new Redaction(as.secret(), null)).of(spoken,
                Json.object().put("task_id", task.value()), null));
    }

    private Spoken status(TaskId task, Credential as) {
        return wire.say(Ask.get(as.baseUrl() + "/" + task.value() + "/status", Fal.headers(as), PATIENCE));
    }

    private static Optional<ObjectNode> said(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good() ? Json.object(heard.body()) : Optional.empty();
    }

    private static Exchange exchange(TaskId task, Spoken spoken, Recording recording) {
        return recording.of(spoken, Json.object().put("task_id", task.value()), null);
    }
}
