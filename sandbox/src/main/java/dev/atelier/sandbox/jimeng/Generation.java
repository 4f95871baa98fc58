package dev.atelier.sandbox.jimeng;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Acceptance;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One call that was taken: it holds the line until the work is done, and nothing can be asked about it later. */
final class Generation implements Acceptance {
    private static final Duration IMAGES = Duration.ofMillis(200);
    private static final Duration VIDEO = Duration.ofMillis(800);

    private final Asked asked;
    private final boolean composition;
    private final Results results;
    private final Instant now;
    private final String id = UUID.randomUUID().toString();
    private final List<Result> files;

    Generation(Asked asked, boolean composition, Results results, Instant now) {
        this.asked = asked;
        this.composition = composition;
        this.results = results;
        this.now = now;
        this.files = IntStream.range(0, asked.count()).mapToObj(number -> Result.of(JimengApi.NAME, id,
                asked.video() ? ResultKind.MP4 : ResultKind.JPEG, asked.prompt(), asked.width(), asked.height(),
                asked.seconds(), number, now)).toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void begin() {
        files.forEach(results::keep);
    }

    @Override
    public Duration takes() {
        return Tags.of(asked.prompt()).takes().orElse(asked.video() ? VIDEO : IMAGES);
    }

    @Override
    public Reply.Whole answer() {
        return JimengRefusals.later(Tags.of(asked.prompt()).ending(), asked.video())
                .orElseGet(() -> Reply.json(200, body()));
    }

    private ObjectNode body() {
        ObjectNode body = Json.object().put("created", now.getEpochSecond());
        ArrayNode data = body.putArray("data");
        for (Result file : files) {
            ObjectNode item = data.addObject();
            if (asked.inline()) {
                item.put("b64_json", Base64.getEncoder().encodeToString(results.bytes(file)));
            } else {
                item.put("url", results.url(file.token()));
            }
            if (asked.video()) {
                item.put("revised_prompt", asked.prompt());
            }
        }
        if (composition) {
            body.put("input_images", asked.images()).put("composition_type", "multi_image_synthesis");
        }
        return body;
    }

    @Override
    public Reply.Whole empty() {
        ObjectNode body = Json.object().put("created", now.getEpochSecond());
        body.putArray("data");
        return Reply.json(200, body);
    }
}
