package dev.atelier.sandbox.tripo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.protocol.Gate;
import dev.atelier.sandbox.protocol.Looking;
import dev.atelier.sandbox.protocol.Products;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Submitting;
import dev.atelier.sandbox.protocol.Work;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Tripo's third API as its clients know it: a route a type of task, one envelope around everything. */
public final class TripoApi implements Protocol {
    static final String NAME = "tripo";

    private static final String PATH = "/tripo/v3";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PICTURE = 1024;

    private final Workshop workshop;
    private final Tasks tasks;
    private final Gate gate;
    private final Submitting submitting;
    private final Looking looking;
    private final TripoTask shown;
    private final TripoDesk desk;

    public TripoApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, KEPT);
        this.gate = new Gate(workshop, TripoRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, TripoRefusals.ALL);
        this.looking = new Looking(NAME, workshop, TripoRefusals.ALL);
        this.shown = new TripoTask(workshop.results());
        this.desk = new TripoDesk(tasks, shown, workshop);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().startsWith(PATH + "/");
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = answer(request, request.path().substring(PATH.length()));
        return reply instanceof Reply.Whole whole ? traced(whole, request) : reply;
    }

    /** Every answer bears the trace of its request. */
    private static Reply traced(Reply.Whole whole, Request request) {
        Map<String, String> headers = new TreeMap<>(whole.headers());
        headers.put("X-Tripo-Trace-ID",
                request.header("X-Tripo-Trace-ID").orElseGet(() -> UUID.randomUUID().toString()));
        return new Reply.Whole(whole.status(), whole.type(), whole.bytes(), headers);
    }

    private Reply answer(Request request, String route) {
        Optional<Key> key = Key.bearer(request)
                .filter(any -> Key.value(request, "Bearer ").orElse("").startsWith("tsk_"));
        String account = key.map(Key::label).orElse(null);
        if (request.method().equals("PUT") && route.startsWith("/files/upload/")) {
            return desk.put(route);
        }
        JsonNode body = request.json();
        Optional<String> type = request.method().equals("POST")
                && route.matches("/(generation|models|animations|mesh)/[a-z0-9-]+")
                        ? TripoWork.type(route)
                        : Optional.empty();
        if (type.isPresent()) {
            String prompt = body.path("prompt").asText("");
            return gate.pass(entry(Operation.SUBMIT, account, null, prompt), key, as -> submitting.submit(as, prompt,
                    work(as, TripoWork.read(type.get(), body), body)));
        }
        if (request.method().equals("GET") && route.matches("/tasks/[^/]+")) {
            String id = route.substring("/tasks/".length());
            return gate.pass(entry(Operation.POLL, account, id, null), key, as -> poll(as, id));
        }
        if (request.is("POST", PATH + "/tasks/list")) {
            List<String> ids = ids(body);
            return gate.pass(Entry.list(NAME, account, ids, Outcome.REJECTED), key, as -> list(as, ids));
        }
        return desk.answer(request, route, key, gate, looking);
    }

    private Reply poll(Key key, String id) {
        Task task = tasks.find(key, id).orElseThrow(() -> new Refused(TripoRefusals.noTask()));
        return looking.poll(key, task, () -> good(shown.show(task, workshop.clock().instant())));
    }

    private Reply list(Key key, List<String> ids) {
        if (ids.isEmpty()) {
            throw new Refused(TripoRefusals.ALL.missing("task_ids"));
        }
        List<Task> there = ids.stream().flatMap(id -> tasks.find(key, id).stream()).toList();
        return looking.list(key, there, ids, () -> {
            ObjectNode data = Json.object();
            ObjectNode found = data.putObject("tasks");
            there.forEach(task -> found.set(task.id(), shown.show(task, workshop.clock().instant())));
            ids.stream().filter(id -> !found.has(id)).forEach(data.putArray("missed")::add);
            return good(data);
        });
    }

    private Work work(Key key, TripoWork asked, JsonNode body) {
        Instant now = workshop.clock().instant();
        String id = UUID.randomUUID().toString();
        Products products = new Products(NAME, id, asked.prompt(), body.path("model_seed").asLong(7),
                Task.endsAt(Tags.of(asked.prompt()), now));
        if (asked.picture() && !asked.type().endsWith("_model")) {
            products.picture("generated_image_url", ResultKind.JPEG, PICTURE, PICTURE);
        } else {
            products.mesh("model_url").preview("rendered_image_url");
        }
        ObjectNode request = Json.object().put("type", asked.type()).put("credits", asked.credits());
        request.set("input", body);
        Task task = Task.accepted(id, key, asked.model() == null ? asked.type() : asked.model(), asked.prompt(),
                request, products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> good(Json.object().put("task_id", id)),
                good(Json.object()));
    }

    private static List<String> ids(JsonNode body) {
        return StreamSupport.stream(body.path("task_ids").spliterator(), false).map(JsonNode::asText)
                .limit(500).toList();
    }

    static Reply.Whole good(JsonNode data) {
        ObjectNode envelope = Json.object().put("code", 0);
        envelope.set("data", data);
        return Reply.json(200, envelope);
    }

    static Entry entry(Operation operation, String account, String id, String prompt) {
        return Entry.of(NAME, operation, account, id, prompt, Outcome.REJECTED);
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  "
                + TripoTask.word(task, workshop.clock().instant()) + "  " + task.account() + "  " + task.model()
                + "  " + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
