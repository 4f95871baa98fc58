package dev.atelier.providers.rodin;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * Looks at Rodin's tasks. A task is several jobs: it ends when all of them have, badly if one did. Its files are a second
 * question, asked only then, for before that their list is incomplete.
 */
final class RodinTasks {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<String> ENDS = Set.of("Done", "Failed");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|webp)");

    private final Wire wire;

    RodinTasks(Wire wire) {
        this.wire = wire;
    }

    Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> RodinHandle.of(task).flatMap(handle -> look(handle, as)));
    }

    private Optional<Sighting> look(RodinHandle task, Credential as) {
        Spoken spoken = ask("/status", Json.object().put("subscription_key", task.subscription()), as);
        if (spoken.reply() instanceof Reply.Heard heard && heard.status() == 404) {
            return Optional.empty();
        }
        List<String> jobs = jobs(spoken.reply());
        return Optional.of(jobs.isEmpty() ? Looking.unreadable(spoken) : sighting(task, jobs, spoken, as));
    }

    private Spoken ask(String path, ObjectNode body, Credential as) {
        return wire.say(Ask.query(as.baseUrl() + path, Bearer.headers(as), body, PATIENCE));
    }

    /** What each job is; none when the answer is not as documented. */
    private static List<String> jobs(Reply reply) {
        List<String> words = new ArrayList<>();
        if (reply instanceof Reply.Heard heard && heard.good()) {
            Json.object(heard.body()).ifPresent(body -> body.path("jobs").forEach(job -> {
                String status = Json.text(job, "status");
                words.add(status == null ? "" : status);
            }));
        }
        return words.contains("") ? List.of() : words;
    }

    private Sighting sighting(RodinHandle task, List<String> jobs, Spoken spoken, Credential as) {
        String status = jobs.stream().filter(job -> !job.equals("Done")).findFirst().orElse("Done");
        if (!ENDS.containsAll(jobs)) {
            long done = jobs.stream().filter("Done"::equals).count();
            String going = jobs.stream().filter(job -> !ENDS.contains(job)).findFirst().orElse(status);
            return new Sighting.Working(going, (int) (100 * done / jobs.size()), null);
        }
        if (status.equals("Done")) {
            return files(task, as);
        }
        // Which job failed is told, why is not.
        return new Sighting.Ended(status, new Finished.Failed(Failure.of(ErrorKind.GENERATION_FAILED,
                "a job of the task failed; the provider tells no reason")),
                recording(as).of(spoken, asked(task), null));
    }

    private Sighting files(RodinHandle task, Credential as) {
        Spoken spoken = ask("/download", Json.object().put("task_uuid", task.uuid()), as);
        List<ResultFile> files = spoken.reply() instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).map(body -> files(body.path("list"))).orElse(List.of())
                : List.of();
        return files.isEmpty()
                ? new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, "done, but its files are not told yet"))
                : new Sighting.Ended("Done", new Finished.Success(new Made(files, Map.of("task", BigDecimal.ONE))),
                        recording(as).of(spoken, asked(task), null));
    }

    /** None without a GLB, which is what was asked for. */
    private static List<ResultFile> files(JsonNode list) {
        List<ResultFile> others = new ArrayList<>();
        String glb = null;
        for (JsonNode file : list) {
            String url = Json.text(file, "url");
            String name = Json.text(file, "name");
            if (url == null || name == null) {
                continue;
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".glb") && glb == null) {
                glb = url;
            } else {
                others.add(new ResultFile(role(lower), url, null));
            }
        }
        if (glb == null) {
            return List.of();
        }
        others.addFirst(ResultFile.main(glb));
        return List.copyOf(others);
    }

    private static String role(String name) {
        return name.contains("preview") ? "preview" : PICTURE.matcher(name).matches() ? "texture" : "format";
    }

    private static ObjectNode asked(RodinHandle task) {
        return Json.object().put("task_id", task.uuid());
    }

    private static Recording recording(Credential as) {
        return new Recording("look", new Redaction(as.secret(), null));
    }
}
