package dev.atelier.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.http.Answering;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.script.UnknownWord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Volcengine Ark as its clients know it: pictures at once, films and meshes as tasks. */
public final class ArkApi implements Answering, Closeable {
    public static final String PATH = "/ark/api/v3";

    private static final String IMAGES = PATH + "/images/generations";
    private static final String TASKS = PATH + "/contents/generations/tasks";

    private final Journal journal;
    private final Faults faults;
    private final Results results;
    private final Clock clock;
    private final Tasks tasks;
    private final Submitting submitting;
    private final Watching watching;

    public ArkApi(Path directory, Journal journal, Faults faults, Turns turns, Results results, Clock clock) {
        this.journal = journal;
        this.faults = faults;
        this.results = results;
        this.clock = clock;
        this.tasks = new Tasks(directory.resolve("ark-tasks.jsonl"), clock);
        this.submitting = new Submitting(journal, faults, turns);
        this.watching = new Watching(tasks, new TaskJson(results), journal, faults, turns, clock);
    }

    @Override
    public Reply answer(Request request) {
        String id = id(request.path());
        Optional<ArkKey> key = ArkKey.of(request);
        Operation operation = operation(request, id);
        JsonNode body = operation == Operation.SUBMIT ? request.json() : null;
        String prompt = body == null
                ? null
                : request.path().equals(IMAGES) ? ImageRequest.prompt(body) : TaskRequest.prompt(body);
        Entry rejected = operation == Operation.LIST
                ? Entry.list(key.map(ArkKey::label).orElse(null), request.parameters("filter.task_ids"),
                        Outcome.REJECTED)
                : Entry.of(operation, key.map(ArkKey::label).orElse(null),
                        operation == Operation.SUBMIT ? null : id, prompt, Outcome.REJECTED);
        if (faults.out()) {
            return refused(rejected, ArkRefusal.OUTAGE);
        }
        if (key.isEmpty()) {
            return refused(rejected, ArkRefusal.KEY);
        }
        return guarded(rejected, () -> switch (operation) {
            case SUBMIT -> submit(key.get(), request, body, prompt);
            case POLL -> watching.poll(key.get(), id);
            case LIST -> watching.list(key.get(), request);
            case CANCEL -> watching.delete(key.get(), id);
            case DOWNLOAD, UPLOAD, OTHER -> throw new Refused(new ArkRefusal(404, "NotFound",
                    "There is no " + request.method() + " " + request.path() + ".", ""));
        });
    }

    /** Tasks that wait or run, of all accounts, as lines for a person. */
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  " + task.status(clock.instant()).word() + "  "
                + task.account() + "  " + task.request().model() + "  " + task.request().prompt()).toList();
    }

    private Reply submit(ArkKey key, Request request, JsonNode body, String prompt) {
        Acceptance acceptance = request.path().equals(IMAGES)
                ? new Images(ImageRequest.read(body), results, clock.instant())
                : new NewTask(key, TaskRequest.read(body), tasks, results, clock.instant());
        return submitting.submit(key, prompt, acceptance);
    }

    private Reply guarded(Entry rejected, Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            return refused(rejected, refused.refusal());
        } catch (UnknownWord misspelt) {
            return refused(rejected, ArkRefusal.invalid("prompt", misspelt.getMessage()));
        }
    }

    private Reply refused(Entry rejected, ArkRefusal refusal) {
        journal.write(rejected);
        return refusal.reply();
    }

    private static Operation operation(Request request, String id) {
        return switch (request.method()) {
            case "POST" -> request.path().equals(IMAGES) || request.path().equals(TASKS)
                    ? Operation.SUBMIT
                    : Operation.OTHER;
            case "GET" -> id != null
                    ? Operation.POLL
                    : request.path().equals(TASKS) ? Operation.LIST : Operation.OTHER;
            case "DELETE" -> id != null ? Operation.CANCEL : Operation.OTHER;
            default -> Operation.OTHER;
        };
    }

    private static String id(String path) {
        String id = path.startsWith(TASKS + "/") ? path.substring(TASKS.length() + 1) : "";
        return id.isEmpty() || id.contains("/") ? null : id;
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
