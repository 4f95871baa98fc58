package dev.atelier.sandbox.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.protocol.Acceptance;
import dev.atelier.sandbox.protocol.Bodies;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Gate;
import dev.atelier.sandbox.protocol.Looking;
import dev.atelier.sandbox.protocol.Products;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Submitting;
import dev.atelier.sandbox.protocol.Told;
import dev.atelier.sandbox.protocol.Work;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** fal's queue as its clients know it: any model by its address, requests below the address of its app. */
public final class FalApi implements Protocol {
    static final String NAME = "fal";

    private static final String PATH = "/fal/";
    private static final String JWKS = PATH + ".well-known/jwks.json";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Pattern REQUEST = Pattern
            .compile("(?<app>[\\w./-]+)/requests/(?<id>[\\w-]+)(?<what>/status|/cancel|/response)?");
    private static final Pattern MODEL = Pattern.compile("[\\w.-]+(/[\\w.-]+){1,6}");
    private static final int MOST_IMAGES = 4;

    private final Workshop workshop;
    private final Tasks tasks;
    private final Gate gate;
    private final Submitting submitting;
    private final Looking looking;
    private final FalResult result;
    private final FalLetters letters;

    public FalApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, KEPT);
        this.gate = new Gate(workshop, FalRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, FalRefusals.ALL);
        this.looking = new Looking(NAME, workshop, FalRefusals.ALL);
        this.result = new FalResult(workshop.results());
        this.letters = new FalLetters(result, workshop.clock());
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
        Optional<Key> key = Key.value(request, "Key ").flatMap(Key::of);
        String account = key.map(Key::label).orElse(null);
        String route = request.path().substring(PATH.length());
        if (request.is("GET", JWKS)) {
            return Reply.json(200, letters.jwks());
        }
        Matcher asked = REQUEST.matcher(route);
        if (asked.matches()) {
            return asked(request, asked.group("id"), asked.group("what") == null ? "" : asked.group("what"), key);
        }
        if (!request.method().equals("POST") || !MODEL.matcher(route).matches()) {
            return gate.pass(entry(Operation.OTHER, account, null, null), key, as -> {
                throw new Refused(FalRefusals.said(404, "Application '" + route + "' not found"));
            });
        }
        JsonNode body = request.json();
        String prompt = body.path("prompt").asText("");
        return gate.pass(entry(Operation.SUBMIT, account, null, prompt), key,
                as -> submitting.submit(as, prompt, told(as, work(as, route, body),
                        request.parameter("fal_webhook").orElse(""))));
    }

    private Acceptance told(Key key, Work work, String address) {
        return new Told(work, () -> workshop.calling().tell(NAME, work.task(), address, false,
                when -> letters.of(tasks.find(key, work.id()).orElse(work.task()), when)));
    }

    private Reply asked(Request request, String id, String what, Optional<Key> key) {
        Operation operation = what.equals("/cancel") ? Operation.CANCEL : Operation.POLL;
        return gate.pass(entry(operation, key.map(Key::label).orElse(null), id, null), key, as -> {
            Task task = tasks.find(as, id).orElseThrow(() -> new Refused(FalRefusals.noRequest()));
            return switch (request.method() + " " + what) {
                case "GET /status" -> looking.poll(as, task, () -> status(task));
                // Looked at already by its status: trouble is played there, once.
                case "GET ", "GET /response" -> {
                    workshop.journal().write(Entry.of(NAME, Operation.POLL, as.label(), id, task.prompt(),
                            Outcome.ACCEPTED));
                    yield result.of(task, workshop.clock().instant());
                }
                case "PUT /cancel" -> looking.cancel(as, id, task.prompt(), () -> cancel(as, id),
                        () -> Reply.json(202, Json.object().put("status", "CANCELLATION_REQUESTED")));
                default -> throw new Refused(FalRefusals.said(405, "Method Not Allowed"));
            };
        });
    }

    private Reply.Whole status(Task task) {
        Instant now = workshop.clock().instant();
        String base = address(task) + task.id();
        ObjectNode json = Json.object().put("status", word(task.status(now))).put("request_id", task.id())
                .put("response_url", base).put("status_url", base + "/status").put("cancel_url", base + "/cancel");
        if (task.status(now) == Status.QUEUED) {
            json.put("queue_position", 0);
        } else {
            json.putNull("logs");
        }
        if (!task.status(now).going()) {
            json.putObject("metrics").put("inference_time", (task.endsAt() - task.startsAt()) / 1000.0);
        }
        return Reply.json(task.status(now).going() ? 202 : 200, json);
    }

    static String word(Status status) {
        return switch (status) {
            case QUEUED -> "IN_QUEUE";
            case RUNNING -> "IN_PROGRESS";
            case ODD -> "ARCHIVING";
            case SUCCEEDED, FAILED, CANCELLED, EXPIRED -> "COMPLETED";
        };
    }

    private Optional<Reply.Whole> cancel(Key key, String id) {
        Instant now = workshop.clock().instant();
        boolean[] ended = new boolean[1];
        tasks.change(key, id, task -> {
            ended[0] = !task.status(now).going();
            return ended[0] ? task : task.cancelled(now);
        });
        return ended[0]
                ? Optional.of(Reply.json(400, Json.object().put("status", "ALREADY_COMPLETED")))
                : Optional.empty();
    }

    private Work work(Key key, String model, JsonNode body) {
        Fields fields = Fields.of(body, FalRefusals.ALL);
        Bodies makes = Bodies.of(model);
        boolean picture = fields.any("image_url").isPresent() || fields.any("image_urls").isPresent()
                || fields.any("input_image_url").isPresent();
        if (fields.text("prompt").filter(prompt -> !prompt.isBlank()).isEmpty() && !(makes == Bodies.MESH && picture)) {
            throw new Refused(FalRefusals.ALL.missing("prompt"));
        }
        String prompt = fields.prompt(fields.text("prompt").orElse(""));
        long count = fields.whole("num_images", 1, MOST_IMAGES).orElse(1L);
        String id = UUID.randomUUID().toString();
        Instant now = workshop.clock().instant();
        Products products = new Products(NAME, id, prompt, body.path("seed").asLong(7),
                Task.endsAt(Tags.of(prompt), now));
        int[] size = Bodies.size(body, makes == Bodies.FILM);
        switch (makes) {
            case FILM -> products.film("main", size[0], size[1], seconds(body));
            case MESH -> products.mesh("main").preview("preview");
            case PICTURE -> {
                for (int number = 0; number < count; number++) {
                    products.picture("image-" + number, ResultKind.JPEG, size[0], size[1]);
                }
            }
        }
        Task task = Task.accepted(id, key, model, prompt, body, products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> handle(task), Reply.json(200, Json.object()));
    }

    private static int seconds(JsonNode body) {
        String digits = body.path("duration").asText("5").replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 2 ? 5 : Math.clamp(Integer.parseInt(digits), 1, 20);
    }

    private Reply.Whole handle(Task task) {
        String base = address(task) + task.id();
        return Reply.json(200, Json.object().put("status", "IN_QUEUE").put("request_id", task.id())
                .put("response_url", base).put("status_url", base + "/status").put("cancel_url", base + "/cancel")
                .put("queue_position", 0));
    }

    /** Of requests: below the app, whose sub-path is dropped. */
    private String address(Task task) {
        String[] names = task.model().split("/");
        return workshop.address() + PATH + String.join("/", Arrays.copyOf(names, 2)) + "/requests/";
    }

    private static Entry entry(Operation operation, String account, String id, String prompt) {
        return Entry.of(NAME, operation, account, id, prompt, Outcome.REJECTED);
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  " + word(task.status(workshop.clock().instant()))
                + "  " + task.account() + "  " + task.model() + "  " + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
