package dev.atelier.sandbox.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
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
import dev.atelier.sandbox.protocol.Work;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replicate as its clients know it: predictions of any model, by name or by version. */
public final class ReplicateApi implements Protocol {
    static final String NAME = "replicate";

    private static final String PATH = "/replicate/v1";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PAGE = 100;
    private static final Pattern CREATE = Pattern.compile("(/models/(?<model>[\\w.-]+/[\\w.-]+))?/predictions");
    private static final Pattern PREDICTION = Pattern.compile("/predictions/(?<id>[\\w-]+)(?<cancel>/cancel)?");
    private static final Pattern VERSION = Pattern
            .compile("/models/(?<model>[\\w.-]+/[\\w.-]+)/versions/(?<version>[\\w.-]+)");

    private final Workshop workshop;
    private final Tasks tasks;
    private final Gate gate;
    private final Submitting submitting;
    private final Looking looking;
    private final PredictionJson json;
    private final NewPrediction newcomer;
    private final ReplicateLetters letters;

    public ReplicateApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, KEPT);
        this.gate = new Gate(workshop, ReplicateRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, ReplicateRefusals.ALL);
        this.looking = new Looking(NAME, workshop, ReplicateRefusals.ALL);
        this.json = new PredictionJson(workshop.results(), workshop.address() + PATH);
        this.letters = new ReplicateLetters(json, workshop.clock());
        this.newcomer = new NewPrediction(tasks, workshop, json);
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
        String route = request.path().substring(PATH.length());
        Optional<Key> key = Key.bearer(request).or(() -> Key.value(request, "Token ").flatMap(Key::of));
        String account = key.map(Key::label).orElse(null);
        Matcher create = CREATE.matcher(route);
        Matcher one = PREDICTION.matcher(route);
        Matcher version = VERSION.matcher(route);
        if (create.matches() && request.method().equals("POST")) {
            JsonNode body = request.json();
            String prompt = body.path("input").path("prompt").asText("");
            return gate.pass(entry(Operation.SUBMIT, account, null, prompt), key, as -> submitting.submit(as, prompt,
                    told(as, newcomer.work(as, create.group("model"), body, request),
                            body.path("webhook").asText(""))));
        }
        if (route.equals("/predictions") && request.method().equals("GET")) {
            return gate.pass(Entry.list(NAME, account, List.of(), Outcome.REJECTED), key, as -> list(as, request));
        }
        if (one.matches()) {
            boolean cancel = one.group("cancel") != null;
            String id = one.group("id");
            return gate.pass(entry(cancel ? Operation.CANCEL : Operation.POLL, account, id, null), key,
                    as -> cancel ? cancel(as, id) : poll(as, id));
        }
        return gate.pass(entry(Operation.OTHER, account, null, null), key, as -> {
            workshop.journal().write(Entry.of(NAME, Operation.OTHER, as.label(), null, null, Outcome.ACCEPTED));
            return request.method().equals("GET") && route.equals("/webhooks/default/secret")
                    ? Reply.json(200, Json.object().put("key", letters.secret(as)))
                    : other(request, route, version);
        });
    }

    private Acceptance told(Key key, Work work, String address) {
        return new Told(work, () -> workshop.calling().tell(NAME, work.task(), address, false,
                when -> letters.of(key, tasks.find(key, work.id()).orElse(work.task()), when)));
    }

    private static Reply.Whole other(Request request, String route, Matcher version) {
        if (!request.method().equals("GET")) {
            return ReplicateRefusals.notFound(request.method() + " " + route);
        }
        if (route.equals("/account")) {
            return Reply.json(200, Json.object().put("type", "organization").put("username", "practice").put("name",
                    "Practice"));
        }
        if (version.matches()) {
            ObjectNode shown = Json.object().put("id", version.group("version"))
                    .put("created_at", "2026-01-01T00:00:00Z").put("cog_version", "0.9.0");
            shown.putObject("openapi_schema").putObject("components").putObject("schemas").putObject("Output")
                    .put("type", "string");
            return Reply.json(200, shown);
        }
        return ReplicateRefusals.notFound(route);
    }

    private Task task(Key key, String id) {
        return tasks.find(key, id).orElseThrow(() -> new Refused(ReplicateRefusals.notFound("Prediction " + id)));
    }

    private Reply poll(Key key, String id) {
        Task task = task(key, id);
        return looking.poll(key, task, () -> Reply.json(200, json.show(task, workshop.clock().instant())));
    }

    private Reply cancel(Key key, String id) {
        Task task = task(key, id);
        return looking.cancel(key, id, task.prompt(), () -> {
            Instant now = workshop.clock().instant();
            tasks.change(key, id, any -> any.status(now).going() ? any.cancelled(now) : any);
            return Optional.empty();
        }, () -> Reply.json(200, json.show(task(key, id), workshop.clock().instant())));
    }

    private Reply list(Key key, Request request) {
        int from = request.parameter("cursor").filter(given -> given.matches("\\d{1,6}")).map(Integer::parseInt)
                .orElse(0);
        List<Task> all = tasks.of(key);
        List<Task> page = all.stream().skip(from).limit(PAGE).toList();
        return looking.list(key, page, null, () -> {
            ObjectNode shown = Json.object();
            shown.put("previous", from == 0 ? null : page(from - PAGE));
            shown.put("next", all.size() > from + PAGE ? page(from + PAGE) : null);
            ArrayNode results = shown.putArray("results");
            page.forEach(task -> results.add(json.show(task, workshop.clock().instant())));
            return Reply.json(200, shown);
        });
    }

    private String page(int from) {
        return workshop.address() + PATH + "/predictions?cursor=" + Math.max(0, from);
    }

    private static Entry entry(Operation operation, String account, String id, String prompt) {
        return Entry.of(NAME, operation, account, id, prompt, Outcome.REJECTED);
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  "
                + PredictionJson.word(task, workshop.clock().instant()) + "  " + task.account() + "  " + task.model()
                + "  " + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
