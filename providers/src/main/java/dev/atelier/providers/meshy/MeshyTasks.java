package dev.atelier.providers.meshy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Looking;

/** Looks at Meshy's tasks, each in its collection. An unknown status is work, never an end. */
final class MeshyTasks {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** A person may adopt a task by whatever they type. */
    private static final Pattern NAMED = Pattern.compile("v\\d/[a-z0-9-]{1,40}/[\\w-]{1,100}");

    private final Wire wire;

    MeshyTasks(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> NAMED.matcher(task.value()).matches()
                ? look(task, as)
                : Optional.empty());
    }

    private Optional<Sighting> look(TaskId task, Credential as) {
        Spoken spoken = wire.say(Ask.get(as.baseUrl() + "/" + task.value(), Bearer.headers(as), PATIENCE));
        if (spoken.reply() instanceof Reply.Heard heard && heard.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(said(spoken.reply()).map(said -> sighting(task, said, spoken, as))
                .orElseGet(() -> Looking.unreadable(spoken)));
    }

    private static Optional<ObjectNode> said(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).filter(task -> Json.text(task, "status") != null)
                : Optional.empty();
    }

    private static Sighting sighting(TaskId id, ObjectNode task, Spoken spoken, Credential as) {
        Recording recording = new Recording("look", new Redaction(as.secret(), null));
        String status = Json.text(task, "status");
        Finished end = switch (status) {
            case "SUCCEEDED" -> Json.text(task.path("model_urls"), "glb") == null
                    ? null
                    : new Finished.Success(new Made(files(task), units(task)));
            case "FAILED" -> new Finished.Failed(MeshyErrors.failed(task, recording.redaction()));
            case "CANCELED" -> new Finished.Failed(
                    Failure.of(ErrorKind.TASK_CANCELED, "the provider canceled the task"));
            case "EXPIRED" -> new Finished.Failed(
                    Failure.of(ErrorKind.TASK_EXPIRED, "the task expired at the provider"));
            default -> null;
        };
        if (end != null) {
            return new Sighting.Ended(status, end,
                    recording.of(spoken, Json.object().put("task_id", id.value()), null));
        }
        return status.equals("SUCCEEDED")
                ? new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "succeeded, but names no GLB yet"))
                : working(status, task);
    }

    private static Sighting working(String status, JsonNode task) {
        Long progress = Json.whole(task, "progress");
        return new Sighting.Working(status,
                progress == null || progress < 0 || progress > 100 ? null : progress.intValue(), null);
    }

    /** The GLB is what was asked for; other formats, the preview and the textures come along. */
    private static List<ResultFile> files(JsonNode task) {
        List<ResultFile> files = new ArrayList<>();
        files.add(ResultFile.main(Json.text(task.path("model_urls"), "glb")));
        task.path("model_urls").properties().stream().filter(format -> !format.getKey().equals("glb"))
                .forEach(format -> add(files, "format", format.getValue()));
        add(files, "preview", task.path("thumbnail_url"));
        JsonNode textures = task.path("texture_urls");
        // A list or, by some endpoints, one object.
        (textures.isArray() ? textures : Json.of(List.of(textures))).forEach(
                each -> each.properties()
                        .forEach(map -> add(files, ResultFile.texture(map.getKey()), map.getValue())));
        return List.copyOf(files);
    }

    private static void add(List<ResultFile> files, String role, JsonNode address) {
        if (address.isTextual() && !address.textValue().isBlank()) {
            files.add(new ResultFile(role, address.textValue(), null));
        }
    }

    private static Map<String, BigDecimal> units(JsonNode task) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("task", BigDecimal.ONE);
        if (task.path("consumed_credits").isNumber()) {
            units.put("credits", task.path("consumed_credits").decimalValue());
        }
        return units;
    }
}
