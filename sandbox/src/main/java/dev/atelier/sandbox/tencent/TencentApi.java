package dev.atelier.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Counter;
import dev.atelier.sandbox.protocol.Fields;
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
import java.util.concurrent.ThreadLocalRandom;

/** Tencent's Hunyuan3D at the root, where its clients post: signed, an action in a header. */
public final class TencentApi implements Protocol {
    static final String NAME = "tencent";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BASE = 25;
    private static final int PBR = 10;
    private static final int LONGEST_PROMPT = 1024;

    private final Workshop workshop;
    private final Tasks tasks;
    private final Counter counter;
    private final TencentTask shown;

    public TencentApi(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.tasks(NAME, KEPT, KEPT);
        this.counter = new Counter(NAME, workshop, TencentRefusals.ALL);
        this.shown = new TencentTask(workshop.results());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().equals("/") && request.header("X-TC-Action").isPresent();
    }

    @Override
    public Reply answer(Request request) {
        Optional<Key> key = Signed.by(request);
        JsonNode body = request.json();
        String action = request.header("X-TC-Action").orElse("");
        return switch (action) {
            case "SubmitHunyuanTo3DProJob", "SubmitHunyuanTo3DRapidJob" ->
                counter.submit(key, body.path("Prompt").asText(""), as -> work(as, body));
            case "QueryHunyuanTo3DProJob", "QueryHunyuanTo3DRapidJob" ->
                counter.poll(key, tasks, body.path("JobId").asText(""),
                        TencentRefusals.error("FailedOperation.JobNotExist", "The job does not exist."),
                        task -> TencentRefusals.said(shown.show(task, workshop.clock().instant())));
            default -> counter.nowhere(key,
                    TencentRefusals.error("InvalidAction", "The action " + action + " is not known."));
        };
    }

    private Work work(Key key, JsonNode body) {
        String prompt = checked(Fields.of(body, TencentRefusals.ALL));
        Instant now = workshop.clock().instant();
        String id = "13" + ThreadLocalRandom.current().nextLong(10_000_000_000_000_000L, 99_999_999_999_999_999L);
        Products products = new Products(NAME, id, prompt, 7, Task.endsAt(Tags.of(prompt), now)).mesh("model")
                .preview("preview");
        int credits = BASE + (body.path("EnablePBR").asBoolean() ? PBR : 0)
                + (body.path("MultiViewImages").isEmpty() ? 0 : PBR);
        Task task = Task.accepted(id, key, body.path("Model").asText("3.0"), prompt,
                Json.object().put("credits", credits), products.tokens(), now);
        return new Work(task, products, tasks, workshop,
                () -> TencentRefusals.said(Json.object().put("JobId", id)), TencentRefusals.said(Json.object()));
    }

    /** Words or an image, never both. */
    private static String checked(Fields fields) {
        String prompt = fields.text("Prompt").orElse("");
        boolean image = fields.any("ImageUrl").or(() -> fields.any("ImageBase64")).isPresent();
        if (prompt.codePointCount(0, prompt.length()) > LONGEST_PROMPT) {
            throw new Refused(TencentRefusals.ALL.invalid("Prompt", "it has more than 1024 characters"));
        }
        if (image == !prompt.isBlank()) {
            throw new Refused(TencentRefusals.ALL.invalid("Prompt", "either it or an image must be there"));
        }
        fields.whole("FaceCount", 40_000, 1_500_000);
        fields.oneOf("GenerateType", List.of("Normal", "LowPoly", "Geometry", "Sketch"));
        return prompt;
    }

    @Override
    public List<String> going() {
        return tasks.going().stream().map(task -> task.id() + "  "
                + TencentTask.word(task.status(workshop.clock().instant())) + "  " + task.account() + "  "
                + task.model() + "  " + task.prompt()).toList();
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
