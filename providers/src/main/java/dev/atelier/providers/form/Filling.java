package dev.atelier.providers.form;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;

/**
 * Fills a model's own form from an order, for providers that host thousands of models, each with fields of its own: the
 * catalogue's {@code fields} says how the model names what we know ({@code prompt}, {@code negative_prompt},
 * {@code image} the first, {@code last_image} the second, {@code images} all, {@code ratio}, {@code resolution},
 * {@code duration}, {@code sample_strength}); {@code words} spells values as the model does; {@code send} is always
 * sent. What has no name is not sent.
 */
public final class Filling {

    private final Map<?, ?> fields;
    private final Map<?, ?> words;
    private final ObjectNode body = Json.object();

    private Filling(Order order) {
        this.fields = map(order, "fields");
        this.words = map(order, "words");
    }

    public static ObjectNode of(Order order) {
        Filling filling = new Filling(order);
        map(order, "send").forEach((name, value) -> filling.body.set(String.valueOf(name), Json.of(value)));
        filling.fill(order.input(), order.images());
        return filling.body;
    }

    private void fill(Input input, List<String> images) {
        put("prompt", input.prompt());
        put("negative_prompt", input.negativePrompt());
        put("ratio", input.ratio());
        put("resolution", input.resolution());
        put("duration", input.duration());
        put("sample_strength", input.sampleStrength());
        put("image", images.isEmpty() ? null : images.getFirst());
        put("last_image", images.size() < 2 ? null : images.get(1));
        put("images", images.isEmpty() ? null : images);
    }

    private void put(String ours, Object value) {
        if (value != null && fields.get(ours) instanceof String name) {
            body.set(name, spelt(name, value));
        }
    }

    private JsonNode spelt(String name, Object value) {
        Object word = words.get(name) instanceof Map<?, ?> table ? table.get(String.valueOf(value)) : null;
        return Json.of(word == null ? value : word);
    }

    private static Map<?, ?> map(Order order, String setting) {
        return order.settings().get(setting) instanceof Map<?, ?> map ? map : Map.of();
    }
}
