package dev.atelier.providers.embedding;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.text.Normalised;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Wire;

/** Asks an OpenAI-compatible endpoint for the vector of a text, once: each asking may cost money. */
public final class EmbeddingText {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_VECTOR = 16_384;

    private final Wire wire;
    private final String url;
    private final String key;
    private final String model;

    /**
     * @param url   the base, such as {@code https://host/v1}; null or blank: none is configured
     * @param key   may be null or blank for an endpoint that needs none
     * @param model the endpoint's own name of the model
     */
    public EmbeddingText(Wire wire, String url, String key, String model) {
        this.wire = wire;
        this.url = url;
        this.key = key;
        this.model = model;
    }

    public boolean configured() {
        return !blank(url) && !blank(model);
    }

    /** What its vectors are kept under; those of another model are never compared with them. */
    public String model() {
        return model;
    }

    public Embedded embed(String text) {
        if (!configured()) {
            return new Embedded.NotConfigured("atelier.embeddings.url and atelier.embeddings.model");
        }
        String input = Normalised.of(text);
        if (input.isEmpty() || input.length() > LONGEST_TEXT) {
            return new Embedded.TooLong("a text of 1 to " + LONGEST_TEXT + " characters can be embedded");
        }
        ObjectNode body = Json.object().put("model", model).put("input", input).put("encoding_format", "float");
        Map<String, String> headers = blank(key) ? Map.of() : Map.of("Authorization", "Bearer " + key);
        Ask ask = Ask.post(url.replaceAll("/+$", "") + "/embeddings", headers, body, PATIENCE, Ask.SMALL, null);
        return switch (wire.say(ask).reply()) {
            case Reply.NeverLeft never -> new Embedded.Failed(never.why());
            case Reply.Lost lost -> new Embedded.Failed(lost.why());
            case Reply.Heard heard when !heard.good() ->
                new Embedded.Failed("the embedding endpoint answered " + heard.status());
            case Reply.Heard heard -> Json.object(heard.body()).map(EmbeddingText::vector)
                    .orElse(new Embedded.Failed("the embedding endpoint did not answer with JSON"));
        };
    }

    private static Embedded vector(JsonNode answer) {
        JsonNode numbers = answer.path("data").path(0).path("embedding");
        if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > LONGEST_VECTOR) {
            return new Embedded.Failed("the embedding endpoint's answer holds no vector of 1 to 16384 numbers");
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
            if (!numbers.get(i).isNumber() || !Float.isFinite(vector[i])) {
                return new Embedded.Failed("the embedding endpoint's vector holds something that is not a number");
            }
        }
        return new Embedded.Vector(vector);
    }

    private static boolean blank(String setting) {
        return setting == null || setting.isBlank();
    }
}
