package dev.atelier.providers.ark;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;

/** What is sent to Ark for an order. */
final class ArkBodies {

    private ArkBodies() {
    }

    static ObjectNode of(Order order) {
        return switch (order.kind()) {
            case IMAGE -> image(order);
            case VIDEO -> video(order);
            case MESH -> mesh(order);
            case CONVERSION -> throw new IllegalArgumentException("Ark converts nothing");
        };
    }

    private static ObjectNode image(Order order) {
        Input input = order.input();
        ObjectNode body = Json.object().put("model", order.model()).put("prompt", input.prompt())
                .put("size", ArkSizes.of(input.ratio(), input.resolution())).put("response_format", "url")
                .put("watermark", false).put("sequential_image_generation", "disabled");
        List<String> images = order.images();
        if (images.size() == 1) {
            body.put("image", images.getFirst());
        } else if (!images.isEmpty()) {
            images.forEach(body.putArray("image")::add);
        }
        // Only models that take it name it: the others refuse the parameter.
        if (order.settings().get("output_format") instanceof String format) {
            body.put("output_format", format);
        }
        return body;
    }

    private static ObjectNode video(Order order) {
        Input input = order.input();
        ObjectNode body = task(order).put("resolution", input.resolution()).put("duration", input.duration())
                .put("watermark", false).put("return_last_frame", false);
        ArrayNode content = body.putArray("content");
        // An image alone suffices, and a text that is null is refused.
        if (input.prompt() != null && !input.prompt().isBlank()) {
            content.addObject().put("type", "text").put("text", input.prompt());
        }
        List<String> images = order.images();
        if (images.isEmpty()) {
            body.put("ratio", input.ratio());
        }
        for (int i = 0; i < images.size(); i++) {
            String role = images.size() > 2 ? "reference_image" : i == 0 ? "first_frame" : "last_frame";
            image(content, images.get(i)).put("role", role);
        }
        return body;
    }

    private static ObjectNode mesh(Order order) {
        String prompt = order.input().prompt() == null ? "" : order.input().prompt() + " ";
        Object detail = order.settings().getOrDefault("subdivision_level", "medium");
        ObjectNode body = task(order);
        ArrayNode content = body.putArray("content");
        content.addObject().put("type", "text").put("text",
                prompt + "--subdivisionlevel " + detail + " --fileformat glb");
        order.images().forEach(image -> image(content, image));
        return body;
    }

    private static ObjectNode task(Order order) {
        ObjectNode task = Json.object().put("model", order.model()).put("safety_identifier", order.marker());
        return order.callback() == null ? task : task.put("callback_url", order.callback().toString());
    }

    private static ObjectNode image(ArrayNode content, String url) {
        ObjectNode item = content.addObject().put("type", "image_url");
        item.putObject("image_url").put("url", url);
        return item;
    }
}
