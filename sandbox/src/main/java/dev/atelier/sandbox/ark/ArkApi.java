package dev.atelier.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.callback.Letter;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.protocol.Acceptance;
import dev.atelier.sandbox.protocol.Gate;
import dev.atelier.sandbox.protocol.Looking;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Submitting;
import dev.atelier.sandbox.protocol.Told;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volcengine Ark as its clients know it: pictures at once, films and meshes as tasks. */
public final class ArkApi implements Protocol {
    static final String NAME = "ark";

    private static final String PATH = "/ark/api/v3";
    private static final String IMAGES = PATH + "/images/generations";
    private static final String TASKS = PATH + "/contents/generations/tasks";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration CANCELLED_KEPT = Duration.ofDays(1);

    private final Workshop workshop;
    private final Tasks tasks;
    private final Gate gate;
    private final Submitting submitting;
    private final Watching watching;

    public ArkApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, CANCELLED_KEPT);
        this.gate = new Gate(workshop, ArkRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, ArkRefusals.ALL);
        this.watching = new Watching(tasks, new TaskJson(workshop.results()), workshop,
                new Looking(NAME, workshop, ArkRefusals.ALL));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().startsWith(PATH);
    }

    @Override
    public Reply answer(Request request) {
        String id = id(request.path());
        Optional<Key> key = Key.bearer(request);
        String account = key.map(Key::label).orElse(null);
        Operation operation = operation(request, id);
        JsonNode body = operation == Operation.SUBMIT ? request.json() : null;
        String prompt = body == null
                ? null
                : request.path().equals(IMAGES) ? ImageRequest.prompt(body) : TaskRequest.prompt(body);
        Entry rejected = operation == Operation.LIST
                ? Entry.list(NAME, account, request.parameters("filter.task_ids"), Outcome.REJECTED)
                : Entry.of(NAME, operation, account, operation == Operation.SUBMIT ? null : id, prompt,
                        Outcome.REJECTED);
        return gate.pass(rejected, key, as -> switch (operation) {
            case SUBMIT -> submitting.submit(as, prompt, acceptance(as, request, body));
            case POLL -> watching.poll(as, id);
            case LIST -> watching.list(as, request);
            case CANCEL -> watching.delete(as, id);
            case DOWNLOAD, UPLOAD, OTHER -> throw new Refused(new ArkRefusal(404, "NotFound",
                    "There is no " + request.method() + " " + request.path() + ".", "").reply());
        });
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  "
                + TaskJson.word(task.status(workshop.clock().instant())) + "  " + task.account() + "  " + task.model()
                + "  " + task.prompt()).toList();
    }

    private Acceptance acceptance(Key key, Request request, JsonNode body) {
        return request.path().equals(IMAGES)
                ? new Images(ImageRequest.read(body), workshop.results(), workshop.clock().instant())
                : told(key, new NewTask(key, TaskRequest.read(body), tasks, workshop.results(),
                        workshop.clock().instant()), body.path("callback_url").asText(""));
    }

    /** Unsigned, at each change of status, with what a look would show. */
    private Acceptance told(Key key, NewTask work, String address) {
        TaskJson json = new TaskJson(workshop.results());
        return new Told(work, () -> workshop.calling().tell(NAME, work.task(), address, true, when -> new Letter(
                Map.of(), Json.bytes(json.show(tasks.find(key, work.id()).orElse(work.task()), when)))));
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
