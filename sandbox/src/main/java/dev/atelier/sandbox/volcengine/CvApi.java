package dev.atelier.sandbox.volcengine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.protocol.Fields;
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
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Volcengine's visual service at the root, where its clients post: signed, two actions, tasks that live twelve hours. */
public final class CvApi implements Protocol {
    static final String NAME = "volcengine";

    private static final Duration KEPT = Duration.ofHours(12);
    private static final String SUBMIT = "CVSync2AsyncSubmitTask";
    private static final String RESULT = "CVSync2AsyncGetResult";

    private final Workshop workshop;
    private final Tasks tasks;
    private final Gate gate;
    private final Submitting submitting;
    private final Looking looking;
    private final CvTask shown;

    public CvApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, KEPT);
        this.gate = new Gate(workshop, CvRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, CvRefusals.ALL);
        this.looking = new Looking(NAME, workshop, CvRefusals.ALL);
        this.shown = new CvTask(workshop.results());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().equals("/") && request.parameter("Action").orElse("").startsWith("CV");
    }

    @Override
    public Reply answer(Request request) {
        Optional<Key> key = Signed.by(request);
        String account = key.map(Key::label).orElse(null);
        JsonNode body = request.json();
        String action = request.method().equals("POST") ? request.parameter("Action").orElse("") : "";
        return switch (action) {
            case SUBMIT -> {
                String prompt = body.path("prompt").asText("");
                yield gate.pass(entry(Operation.SUBMIT, account, null, prompt), key,
                        as -> submitting.submit(as, prompt, work(as, body)));
            }
            case RESULT -> {
                String id = body.path("task_id").asText("");
                yield gate.pass(entry(Operation.POLL, account, id, null), key, as -> poll(as, id, body));
            }
            default -> gate.pass(entry(Operation.OTHER, account, null, null), key, as -> {
                throw new Refused(CvRefusals.gate(404, "InvalidActionOrVersion", "There is no action " + action));
            });
        };
    }

    private static Entry entry(Operation operation, String account, String id, String prompt) {
        return Entry.of(NAME, operation, account, id, prompt, Outcome.REJECTED);
    }

    private Reply poll(Key key, String id, JsonNode body) {
        Optional<Task> task = tasks.find(key, id)
                .filter(each -> each.model().equals(body.path("req_key").asText("")));
        if (task.isEmpty()) {
            workshop.journal().write(Entry.of(NAME, Operation.POLL, key.label(), id, null, Outcome.ACCEPTED));
            return CvTask.status("not_found");
        }
        return looking.poll(key, task.get(), () -> shown.show(task.get(), body, workshop.clock().instant()));
    }

    private Work work(Key key, JsonNode body) {
        Fields fields = Fields.of(body, CvRefusals.ALL);
        String reqKey = fields.required("req_key");
        int images = body.path("image_urls").size() + body.path("binary_data_base64").size();
        String prompt = fields.prompt(images > 0 ? fields.text("prompt").orElse("") : fields.required("prompt"));
        if (!reqKey.matches("jimeng_\\w{1,60}")) {
            throw new Refused(CvRefusals.ALL.invalid("req_key", reqKey + " is not known"));
        }
        Instant now = workshop.clock().instant();
        String id = Long.toString(7_400_000_000_000_000_000L + ThreadLocalRandom.current().nextLong(1L << 40));
        Products products = new Products(NAME, id, prompt, body.path("seed").asLong(7),
                Task.endsAt(Tags.of(prompt), now));
        if (reqKey.contains("t2i") || reqKey.contains("i2i")) {
            int side = (int) Math.sqrt(fields.whole("size", 1024L * 1024, 4096L * 4096).orElse(4_194_304L));
            products.picture("image", ResultKind.JPEG, fields.whole("width", 256, 6198).orElse((long) side).intValue(),
                    fields.whole("height", 256, 6198).orElse((long) side).intValue());
        } else {
            int seconds = fields.whole("frames", 121, 241).orElse(121L).intValue() / 24;
            boolean large = reqKey.contains("1080") || reqKey.contains("pro");
            products.film("video", large ? 1920 : 1280, large ? 1080 : 720, seconds);
        }
        Task task = Task.accepted(id, key, reqKey, prompt, Json.object(), products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> accepted(id), Reply.json(200, Json.object()));
    }

    private static Reply.Whole accepted(String id) {
        ObjectNode body = CvRefusals.envelope(10000, "Success");
        body.putObject("data").put("task_id", id);
        return Reply.json(200, body);
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
