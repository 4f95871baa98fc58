package dev.atelier.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Acceptance;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Numbers;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.ResultKind;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One call for pictures: nothing can be asked about it later. */
final class Pictures implements Acceptance {
    private static final Duration USUAL = Duration.ofMillis(200);
    private static final Duration SIGNED = Duration.ofHours(1);
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final int LARGEST = 4096;
    private static final int TOKENS = 1056;

    private final String id = "img-" + Numbers.letters(16);
    private final Workshop workshop;
    private final Instant now;
    private final String prompt;
    private final boolean inline;
    private final List<Result> pictures;

    Pictures(JsonNode body, Workshop workshop) {
        Fields fields = Fields.of(body, OpenAiRefusals.ALL);
        this.workshop = workshop;
        this.now = workshop.clock().instant();
        this.prompt = fields.prompt(fields.required("prompt"));
        String model = fields.text("model").orElse("gpt-image-1");
        // The newer models answer with the bytes alone and refuse the question.
        boolean bytesOnly = model.startsWith("gpt-image");
        if (bytesOnly && fields.any("response_format").isPresent()) {
            throw new Refused(OpenAiRefusals.refusal(400, "Unknown parameter: 'response_format'.",
                    "invalid_request_error", "response_format", "unknown_parameter"));
        }
        this.inline = bytesOnly || fields.oneOf("response_format", List.of("url", "b64_json")).orElse("url")
                .equals("b64_json");
        int[] size = size(fields.text("size").orElse("auto"));
        long count = fields.any("n").map(n -> n.asLong(1)).orElse(1L);
        if (count < 1 || count > 10) {
            throw new Refused(OpenAiRefusals.ALL.invalid("n", "it must be from 1 to 10"));
        }
        this.pictures = IntStream.range(0, (int) count).mapToObj(number -> Result.of(OpenAiApi.NAME, id,
                ResultKind.PNG, prompt, size[0], size[1], 0, 7L + number, now)).toList();
    }

    private static int[] size(String size) {
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            if (size.equals("auto")) {
                return new int[]{1024, 1024};
            }
            throw new Refused(OpenAiRefusals.ALL.invalid("size", "it must be WIDTHxHEIGHT or auto"));
        }
        return new int[]{Math.clamp(Integer.parseInt(sides.group(1)), 16, LARGEST),
                Math.clamp(Integer.parseInt(sides.group(2)), 16, LARGEST)};
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void begin() {
        pictures.forEach(workshop.results()::keep);
    }

    @Override
    public Duration takes() {
        return Tags.of(prompt).takes().orElse(USUAL);
    }

    @Override
    public Reply.Whole answer() {
        ObjectNode body = Json.object().put("created", now.getEpochSecond());
        ArrayNode data = body.putArray("data");
        for (Result picture : pictures) {
            if (inline) {
                data.addObject().put("b64_json",
                        Base64.getEncoder().encodeToString(workshop.results().bytes(picture)));
            } else {
                data.addObject().put("url", workshop.results().url(picture.token(), now.plus(SIGNED)));
            }
        }
        int made = TOKENS * pictures.size();
        body.putObject("usage").put("input_tokens", 20).put("output_tokens", made).put("total_tokens", made + 20);
        return Reply.json(200, body);
    }

    @Override
    public Reply.Whole empty() {
        ObjectNode body = Json.object().put("created", now.getEpochSecond());
        body.putArray("data");
        return Reply.json(200, body);
    }
}
