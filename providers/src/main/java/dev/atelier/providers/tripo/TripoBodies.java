package dev.atelier.providers.tripo;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;

/** Where an order goes at Tripo, and what is sent. */
record TripoBodies(String path, ObjectNode body) {

    /** The provider's order of views; only the first must be there. */
    private static final List<String> VIEWS = List.of("front", "left", "back", "right");

    /** @param inputs the order's images as Tripo may read them: addresses or file tokens */
    static TripoBodies of(Order order, List<String> inputs) {
        return switch (order.kind()) {
            case MESH -> mesh(order, inputs);
            case IMAGE -> picture(order, inputs);
            case VIDEO, CONVERSION -> throw new IllegalArgumentException("Tripo makes models and pictures only");
        };
    }

    private static TripoBodies mesh(Order order, List<String> inputs) {
        ObjectNode body = Json.object().put("model", order.model());
        String path = switch (inputs.size()) {
            case 0 -> {
                words(body, order.input());
                yield "/generation/text-to-model";
            }
            case 1 -> {
                body.put("input", inputs.getFirst());
                yield "/generation/image-to-model";
            }
            default -> {
                ArrayNode views = body.putArray("inputs");
                for (int i = 0; i < inputs.size(); i++) {
                    views.addObject().put(VIEWS.get(i), inputs.get(i));
                }
                yield "/generation/multiview-to-model";
            }
        };
        settings(body, order);
        return new TripoBodies(path, body);
    }

    private static TripoBodies picture(Order order, List<String> inputs) {
        ObjectNode body = Json.object().put("model", order.model());
        words(body, order.input());
        if (!inputs.isEmpty()) {
            body.put("input", inputs.getFirst());
        }
        settings(body, order);
        return new TripoBodies(inputs.isEmpty() ? "/generation/text-to-image" : "/generation/image-to-image", body);
    }

    private static void words(ObjectNode body, Input input) {
        body.put("prompt", input.prompt());
        if (input.negativePrompt() != null) {
            body.put("negative_prompt", input.negativePrompt());
        }
    }

    /** What the catalogue always sends for this model: faces, textures, compression. */
    private static void settings(ObjectNode body, Order order) {
        if (order.settings().get("send") instanceof Map<?, ?> always) {
            always.forEach((name, value) -> body.set(String.valueOf(name), Json.of(value)));
        }
    }
}
