package dev.atelier.providers.jimeng;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.DataUri;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Part;

/** What is sent to the gateway for an order: JSON from words alone, a form where there are images. */
final class JimengBodies {

    private static final int FRAMES = 2;
    private static final Set<String> NOT_IN_A_FORM = Set.of("images");

    private JimengBodies() {
    }

    static ObjectNode of(Order order) {
        return switch (order.kind()) {
            case IMAGE -> image(order);
            case VIDEO -> video(order);
            case MESH, CONVERSION -> throw new IllegalArgumentException("jimeng makes images and videos only");
        };
    }

    private static ObjectNode image(Order order) {
        Input input = order.input();
        ObjectNode body = common(order).put("resolution", input.resolution()).put("ratio", input.ratio());
        if (input.negativePrompt() != null) {
            body.put("negative_prompt", input.negativePrompt());
        }
        if (Boolean.TRUE.equals(input.intelligentRatio())) {
            body.put("intelligent_ratio", true);
        }
        if (input.sampleStrength() != null) {
            body.put("sample_strength", input.sampleStrength());
        }
        return withImages(body, order);
    }

    private static ObjectNode video(Order order) {
        Input input = order.input();
        ObjectNode body = common(order).put("resolution", input.resolution()).put("duration", input.duration());
        if (order.images().isEmpty()) {
            // The first frame decides otherwise, and the gateway does not look at this field.
            body.put("ratio", input.ratio());
        } else {
            body.put("functionMode", order.images().size() > FRAMES ? "omni_reference" : "first_last_frames");
        }
        return withImages(body, order);
    }

    private static ObjectNode common(Order order) {
        return Json.object().put("model", order.model()).put("prompt", order.input().prompt())
                .put("response_format", "url");
    }

    private static ObjectNode withImages(ObjectNode body, Order order) {
        if (!order.images().isEmpty()) {
            order.images().forEach(body.putArray("images")::add);
        }
        return body;
    }

    /**
     * Why this order cannot be sent, or null. Of an address the gateway would fetch the image itself, and leave out the
     * last frame if it cannot: what is paid for would not be what was asked for.
     */
    static String problem(Order order) {
        return order.images().stream().allMatch(image -> DataUri.of(image).isPresent())
                ? null
                : "an input image could not be read, and this provider must be sent its bytes";
    }

    static List<Part> parts(ObjectNode body, Order order) {
        List<Part> parts = new ArrayList<>();
        body.properties().stream().filter(field -> !NOT_IN_A_FORM.contains(field.getKey()))
                .forEach(field -> parts.add(Part.field(field.getKey(), field.getValue().asText())));
        for (int number = 1; number <= order.images().size(); number++) {
            DataUri image = DataUri.of(order.images().get(number - 1)).orElseThrow();
            parts.add(new Part(name(order, number), "image-" + number + "." + image.format(), image.type(),
                    image.bytes()));
        }
        return parts;
    }

    private static String name(Order order, int number) {
        if (order.kind() == Kind.IMAGE) {
            return "images";
        }
        if (order.images().size() > FRAMES) {
            return "image_file_" + number;
        }
        return number == 1 ? "first_frame" : "last_frame";
    }
}
