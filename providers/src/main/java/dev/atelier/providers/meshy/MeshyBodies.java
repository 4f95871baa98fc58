package dev.atelier.providers.meshy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;

/**
 * Where an order goes at Meshy, and what is sent. The catalogue's {@code send} goes along always, {@code textures} with
 * images alone: from words Meshy makes the bare shape.
 *
 * @param collection as in addresses, and as tasks are named: {@code v2/text-to-3d}
 */
record MeshyBodies(String collection, ObjectNode body) {

    static final String WORDS = "v2/text-to-3d";
    static final String IMAGE = "v1/image-to-3d";
    static final String IMAGES = "v1/multi-image-to-3d";

    static MeshyBodies of(Order order) {
        List<String> images = order.images();
        String prompt = order.input().prompt();
        ObjectNode body = Json.object().put("ai_model", order.model());
        put(body, order, "send");
        if (images.isEmpty()) {
            return new MeshyBodies(WORDS, body.put("mode", "preview").put("prompt", prompt));
        }
        put(body, order, "textures");
        if (prompt != null && !prompt.isBlank()) {
            body.put("texture_prompt", prompt);
        }
        if (images.size() == 1) {
            return new MeshyBodies(IMAGE, body.put("image_url", images.getFirst()));
        }
        images.forEach(body.putArray("image_urls")::add);
        return new MeshyBodies(IMAGES, body);
    }

    private static void put(ObjectNode body, Order order, String setting) {
        if (order.settings().get(setting) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> body.set(String.valueOf(name), Json.of(value)));
        }
    }
}
