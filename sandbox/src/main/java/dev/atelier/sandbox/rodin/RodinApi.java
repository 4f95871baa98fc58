package dev.atelier.sandbox.rodin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Form;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Counter;
import dev.atelier.sandbox.protocol.Products;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Work;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hyper3D's Rodin as its clients know it: a form creates, one key is for looking and one id for the files. */
public final class RodinApi implements Protocol {
    static final String NAME = "rodin";
    static final String PATH = "/rodin/api/v2";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int CREDITS = 1_000;

    private final Workshop workshop;
    private final Tasks tasks;
    private final Counter counter;
    private final RodinTask shown;

    public RodinApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, Duration.ZERO);
        this.counter = new Counter(NAME, workshop, RodinRefusals.ALL);
        this.shown = new RodinTask(workshop.results());
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
        Optional<Key> key = Key.bearer(request);
        JsonNode body = request.json();
        return switch (request.method() + " " + request.path().substring(PATH.length())) {
            case "POST /rodin" -> counter.submit(key, RodinWork.prompt(Form.json(request)), as -> work(as, request));
            case "POST /status" -> status(key, body.path("subscription_key").asText(""));
            case "POST /download" -> counter.other(key, as -> Reply.json(200, shown.files(
                    tasks.find(as, body.path("task_uuid").asText("")).orElseThrow(() -> new Refused(strange())),
                    workshop.clock().instant())));
            case "GET /check_balance" -> counter.other(key, as -> Reply.json(200, Json.object().put("error", "OK")
                    .put("balance", Math.max(0, CREDITS - tasks.of(as).size() / 2.0))));
            default -> counter.nowhere(key, RodinRefusals.said(404, "NOT_FOUND", "No such route: " + request.method()
                    + " " + request.path()));
        };
    }

    /** The whole key must fit, not only the id inside it. */
    private Reply status(Optional<Key> key, String subscription) {
        String uuid = RodinTask.uuid(subscription).filter(id -> key.flatMap(as -> tasks.find(as, id))
                .filter(task -> task.request().path("key").asText().equals(subscription)).isPresent()).orElse("");
        return counter.poll(key, tasks, uuid, strange(),
                task -> Reply.json(201, shown.status(task, workshop.clock().instant())));
    }

    private Work work(Key key, Request request) {
        RodinWork asked = RodinWork.read(request);
        Instant now = workshop.clock().instant();
        String uuid = UUID.randomUUID().toString();
        Products products = new Products(NAME, uuid, asked.prompt(), asked.seed(),
                Task.endsAt(Tags.of(asked.prompt()), now)).mesh("base_basic_pbr.glb").preview("preview.png");
        Task task = Task.accepted(uuid, key, asked.tier(), asked.prompt(), RodinTask.remembered(uuid),
                products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> Reply.json(201, RodinTask.created(task)),
                Reply.json(201, Json.object()));
    }

    private static Reply.Whole strange() {
        return RodinRefusals.said(404, "NOT_FOUND", "There is no such task");
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  " + task.account() + "  " + task.model() + "  "
                + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
