package dev.atelier.sandbox.meshy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Counter;
import dev.atelier.sandbox.protocol.Products;
import dev.atelier.sandbox.protocol.Protocol;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Meshy as its clients know it: a collection a kind of task, its id alone as the answer to a create. */
public final class MeshyApi implements Protocol {
    static final String NAME = "meshy";
    static final String PATH = "/meshy/openapi";

    private static final Duration KEPT = Duration.ofDays(3);
    private static final Pattern ROUTE = Pattern.compile("/(?<in>v\\d/[a-z0-9-]+(/[a-z-]+)?)(/(?<id>[\\w-]{36}))?");
    private static final Set<String> MADE_HERE = Set.of("v2/text-to-3d", "v1/image-to-3d", "v1/multi-image-to-3d");
    /** There are more; they can be listed, and are empty. */
    private static final Set<String> EMPTY = Set.of("v1/remesh", "v1/retexture", "v1/text-to-image",
            "v1/image-to-image", "v1/rigging", "v1/animations", "v1/text-to-texture");
    private static final int CREDITS = 10_000;
    private static final int LARGEST_PAGE = 50;
    private static final int TEXTURE = 512;

    private final Workshop workshop;
    private final Tasks tasks;
    private final Counter counter;
    private final MeshyTask shown;

    public MeshyApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, Duration.ZERO);
        this.counter = new Counter(NAME, workshop, MeshyRefusals.ALL);
        this.shown = new MeshyTask(workshop.results());
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
        String route = request.path().substring(PATH.length());
        if (route.equals("/v1/balance")) {
            return counter.other(key, as -> Reply.json(200, Json.object().put("balance", balance(as))));
        }
        Matcher asked = ROUTE.matcher(route);
        if (!asked.matches() || !MADE_HERE.contains(asked.group("in")) && !EMPTY.contains(asked.group("in"))) {
            return nowhere(request, key);
        }
        return answer(request, key, asked.group("in"), asked.group("id"));
    }

    private Reply answer(Request request, Optional<Key> key, String collection, String id) {
        if (id != null) {
            return switch (request.method()) {
                case "GET" -> counter.poll(key, tasks, id, strange(), this::show);
                case "DELETE" -> counter.cancel(key, id, as -> tasks.change(as, id, task -> null)
                        ? Optional.empty()
                        : Optional.of(strange()), Reply.bytes(200, "text/plain", new byte[0]));
                default -> nowhere(request, key);
            };
        }
        if (request.method().equals("GET")) {
            return counter.list(key, as -> page(as, collection, request), this::show);
        }
        if (!request.method().equals("POST") || !MADE_HERE.contains(collection)) {
            return nowhere(request, key);
        }
        JsonNode body = request.json();
        return counter.submit(key, MeshyWork.prompt(body), as -> work(as, collection, body));
    }

    private Reply nowhere(Request request, Optional<Key> key) {
        return counter.nowhere(key, MeshyRefusals.said(404, "No such route: " + request.method() + " "
                + request.path()));
    }

    private static Reply.Whole strange() {
        return MeshyRefusals.said(404, "Task not found");
    }

    private Work work(Key key, String collection, JsonNode body) {
        MeshyWork asked = MeshyWork.read(collection, body, preview -> tasks.find(key, preview)
                .filter(task -> task.status(workshop.clock().instant()) == Status.SUCCEEDED).isPresent());
        Instant now = workshop.clock().instant();
        String id = UUID.randomUUID().toString();
        Products products = new Products(NAME, id, asked.prompt(), body.path("seed").asLong(7),
                Task.endsAt(Tags.of(asked.prompt()), now)).mesh("glb").preview("thumbnail");
        if (asked.textured()) {
            products.picture("base_color", ResultKind.PNG, TEXTURE, TEXTURE);
        }
        Task task = Task.accepted(id, key, asked.model(), asked.prompt(), Json.object().put("collection", collection)
                .put("type", collection.substring(3)).put("credits", asked.credits()), products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> Reply.json(202, Json.object().put("result", id)),
                Reply.json(202, Json.object()));
    }

    private List<Task> page(Key key, String collection, Request request) {
        int size = Math.min(number(request, "page_size", 10), LARGEST_PAGE);
        return tasks.of(key).stream().filter(task -> task.request().path("collection").asText().equals(collection))
                .skip((long) size * (Math.max(1, number(request, "page_num", 1)) - 1)).limit(size).toList();
    }

    private Reply.Whole show(Task task) {
        return Reply.json(200, shown.show(task, workshop.clock().instant()));
    }

    private Reply.Whole show(List<Task> page) {
        ArrayNode all = Json.array();
        page.forEach(task -> all.add(shown.show(task, workshop.clock().instant())));
        return Reply.json(200, all);
    }

    private int balance(Key key) {
        return CREDITS - tasks.of(key).stream().mapToInt(task -> task.request().path("credits").asInt()).sum();
    }

    private static int number(Request request, String name, int usual) {
        return request.parameter(name).filter(given -> given.matches("\\d{1,6}")).map(Integer::parseInt)
                .orElse(usual);
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  "
                + MeshyTask.word(task.status(workshop.clock().instant())) + "  " + task.account() + "  "
                + task.model() + "  " + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
