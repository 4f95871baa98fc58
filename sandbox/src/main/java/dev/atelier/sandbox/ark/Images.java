package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.protocol.Acceptance;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** One synchronous request for pictures: nothing can be asked about it later, as with the real service. */
final class Images implements Acceptance {
    private static final Duration USUAL = Duration.ofMillis(200);
    private static final int PIXELS_A_TOKEN = 256;

    private final ImageRequest request;
    private final Results results;
    private final Tags tags;
    private final Instant now;
    private final String id;
    private final List<Result> pictures;

    Images(ImageRequest request, Results results, Instant now) {
        this.request = request;
        this.results = results;
        this.tags = Tags.of(request.prompt());
        this.now = now;
        this.id = Ids.image(now);
        this.pictures = IntStream.range(0, request.count())
                .mapToObj(number -> Result.of(ArkApi.NAME, id, request.kind(), request.prompt(), request.size().width(),
                        request.size().height(), 0, request.seed() + number, now))
                .toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void begin() {
        pictures.forEach(results::keep);
    }

    @Override
    public Duration takes() {
        return tags.takes().orElse(USUAL);
    }

    @Override
    public Reply.Whole answer() {
        return request.stream() ? stream() : Reply.json(200, body());
    }

    @Override
    public Reply.Whole empty() {
        ObjectNode body = head();
        body.putArray("data");
        return Reply.json(200, body);
    }

    private ObjectNode body() {
        ObjectNode body = head();
        ArrayNode data = body.putArray("data");
        IntStream.range(0, pictures.size()).forEach(number -> data.add(item(number)));
        body.set("usage", usage());
        return body;
    }

    private ObjectNode head() {
        return Json.object().put("model", request.model()).put("created", now.getEpochSecond());
    }

    private ObjectNode item(int number) {
        ObjectNode item = Json.object();
        if (fails(number)) {
            item.set("error", error());
            return item;
        }
        if (request.inline()) {
            item.put("b64_json", Base64.getEncoder().encodeToString(results.bytes(pictures.get(number))));
        } else {
            item.put("url", results.url(pictures.get(number).token()));
        }
        return item.put("size", request.size().toString());
    }

    /** Of a set only the last picture fails: the rest was made and is paid for. */
    private boolean fails(int number) {
        boolean bad = tags.ending().content() || tags.ending() == Ending.GENERATION;
        return bad && number == pictures.size() - 1;
    }

    private ObjectNode error() {
        return tags.ending().content()
                ? Json.object().put("code", "OutputImageSensitiveContentDetected").put("message",
                        "The request failed because the output image may contain sensitive information.")
                : Json.object().put("code", "GenerationFailed").put("message",
                        "The service encountered an unexpected internal error while generating.");
    }

    private ObjectNode usage() {
        long made = IntStream.range(0, pictures.size()).filter(number -> !fails(number)).count();
        long tokens = made * request.size().pixels() / PIXELS_A_TOKEN;
        return Json.object().put("generated_images", made).put("output_tokens", tokens).put("total_tokens", tokens);
    }

    /** Server-sent events, one a picture, then the sum. */
    private Reply.Whole stream() {
        StringBuilder events = new StringBuilder();
        for (int number = 0; number < pictures.size(); number++) {
            String type = "image_generation.partial_" + (fails(number) ? "failed" : "succeeded");
            ObjectNode data = head().put("type", type).put("image_index", number);
            data.setAll(item(number));
            event(events, type, data);
        }
        ObjectNode completed = head().put("type", "image_generation.completed");
        completed.set("usage", usage());
        event(events, "image_generation.completed", completed);
        return Reply.text(200, "text/event-stream", events.append("data: [DONE]\n\n").toString());
    }

    private static void event(StringBuilder events, String type, ObjectNode data) {
        events.append("event: ").append(type).append("\ndata: ")
                .append(new String(Json.bytes(data), StandardCharsets.UTF_8)).append("\n\n");
    }
}
