package dev.atelier.providers.openai;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.providers.form.Filling;
import dev.atelier.providers.form.Parts;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Part;

/** What is asked for a picture, and the pictures in an answer. */
final class OpenAiPictures {

    private OpenAiPictures() {
    }

    static ObjectNode body(Order order) {
        ObjectNode body = Filling.of(order).put("model", order.model()).put("prompt", order.input().prompt());
        return body.has("n") ? body : body.put("n", 1);
    }

    /** A picture made from pictures goes as a form; only bytes of ours can go into it. */
    static Optional<List<Part>> form(Order order, ObjectNode body) {
        return Parts.of(body, order.images(), order.images().size() == 1 ? "image" : "image[]");
    }

    /** Empty when the answer holds no picture: then nothing is known. */
    static Optional<Finished> of(ObjectNode answer) {
        List<ResultFile> files = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            String url = Json.text(item, "url");
            String base64 = Json.text(item, "b64_json");
            if (url != null || base64 != null) {
                files.add(new ResultFile("main", url, url == null ? base64 : null));
            }
        }
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finished.Success(new Made(files,
                        units(answer.path("usage"), files.size()))));
    }

    private static Map<String, BigDecimal> units(JsonNode usage, int files) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("image", BigDecimal.valueOf(files));
        units.put("task", BigDecimal.ONE);
        Long in = Json.whole(usage, "input_tokens");
        Long out = Json.whole(usage, "output_tokens");
        if (in != null) {
            units.put("input_tokens", BigDecimal.valueOf(in));
        }
        if (out != null) {
            units.put("output_tokens", BigDecimal.valueOf(out));
        }
        return units;
    }
}
