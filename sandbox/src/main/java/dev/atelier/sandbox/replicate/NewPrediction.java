package dev.atelier.sandbox.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Bodies;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Numbers;
import dev.atelier.sandbox.protocol.Products;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Work;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.time.Duration;
import java.time.Instant;

/** A prediction about to be taken; {@code Prefer: wait} keeps the caller for up to a minute. */
record NewPrediction(Tasks tasks, Workshop workshop, PredictionJson json) {
    private static final int ID = 26;
    private static final int MOST_OUTPUTS = 4;
    private static final int LONGEST_WAIT = 60;

    /** @param named by its route, or null when the body names a version */
    Work work(Key key, String named, JsonNode body, Request asked) {
        Fields fields = Fields.of(body, ReplicateRefusals.ALL);
        String version = named == null ? fields.required("version") : "hidden";
        JsonNode input = fields.any("input").filter(JsonNode::isObject)
                .orElseThrow(() -> new Refused(ReplicateRefusals.ALL.missing("input")));
        // A version may be written with the name of its model.
        String model = named != null ? named : version.contains(":") ? version.split(":")[0] : version;
        Fields form = Fields.of(input, ReplicateRefusals.ALL);
        String prompt = form.prompt(form.text("prompt").orElse(""));
        String id = Numbers.letters(ID);
        Instant now = workshop.clock().instant();
        Products products = products(model, input, form, prompt, id, now);
        ObjectNode request = Json.object().put("version", version);
        request.set("input", input);
        Task task = Task.accepted(id, key, model, prompt, request, products.tokens(), now);
        return new Work(task, products, tasks, workshop, () -> answer(task, asked), Reply.json(201, Json.object()));
    }

    private Products products(String model, JsonNode input, Fields form, String prompt, String id, Instant now) {
        Products products = new Products(ReplicateApi.NAME, id, prompt, input.path("seed").asLong(7),
                Task.endsAt(Tags.of(prompt), now));
        Bodies makes = makes(model, input);
        int[] size = Bodies.size(input, makes == Bodies.FILM);
        switch (makes) {
            case FILM -> products.film("main", size[0], size[1],
                    form.any("duration").map(seconds -> Math.clamp(seconds.asInt(5), 1, 20)).orElse(5));
            case MESH -> products.mesh("main").preview("preview");
            case PICTURE -> {
                long count = form.whole("num_outputs", 1, MOST_OUTPUTS).orElse(1L);
                for (int number = 0; number < count; number++) {
                    products.picture("image-" + number, ResultKind.PNG, size[0], size[1]);
                }
            }
        }
        return products;
    }

    /** A version alone tells nothing; what takes pictures and no words makes meshes of them. */
    private static Bodies makes(String model, JsonNode input) {
        boolean pictures = input.has("images") || input.has("image");
        return !model.contains("/") && pictures && !input.has("prompt") ? Bodies.MESH : Bodies.of(model);
    }

    private Reply.Whole answer(Task task, Request asked) {
        asked.header("Prefer").filter(prefer -> prefer.startsWith("wait")).ifPresent(prefer -> wait(task, prefer));
        return Reply.json(201, json.show(task, workshop.clock().instant()));
    }

    private void wait(Task task, String prefer) {
        String digits = prefer.replaceAll("\\D", "");
        int most = digits.isEmpty() || digits.length() > 2 ? LONGEST_WAIT : Integer.parseInt(digits);
        Instant until = Instant.ofEpochMilli(task.endsAt());
        Duration left = Duration.between(workshop.clock().instant(), until);
        long millis = Math.min(left.toMillis() + 1, Math.min(most, LONGEST_WAIT) * 1000L);
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
