package dev.atelier.providers.volcengine;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.DataUri;
import dev.atelier.providers.http.Json;

/** What is sent for an order. A video model has another name for each number of frames and each resolution. */
final class CvBodies {

    private static final int FRAMES_A_SECOND = 24;

    private static final Map<String, Integer> SIDES = Map.of("1k", 1024, "2k", 2048, "4k", 4096);

    private CvBodies() {
    }

    /** The model's own name, or what its setting {@code req_keys} says for {@code IMAGES/RESOLUTION}. */
    static Optional<String> reqKey(Order order) {
        return order.settings().get("req_keys") instanceof Map<?, ?> names
                ? Optional.ofNullable(names.get(order.images().size() + "/" + order.input().resolution()))
                        .map(String::valueOf)
                : Optional.of(order.model());
    }

    static ObjectNode of(Order order, String reqKey) {
        Input input = order.input();
        ObjectNode body = Json.object().put("req_key", reqKey);
        if (input.prompt() != null && !input.prompt().isBlank()) {
            body.put("prompt", input.prompt());
        }
        images(body, order);
        if (order.kind() == Kind.VIDEO) {
            body.put("frames", input.duration() * FRAMES_A_SECOND + 1);
            if (order.images().isEmpty()) {
                body.put("aspect_ratio", input.ratio());
            }
        } else {
            size(body, input);
            // Each further picture of a set is billed.
            body.put("force_single", true);
        }
        return body;
    }

    private static void images(ObjectNode body, Order order) {
        for (String image : order.images()) {
            Optional<DataUri> ours = DataUri.of(image);
            ArrayNode list = body.withArray(ours.isPresent() ? "binary_data_base64" : "image_urls");
            list.add(ours.map(DataUri::base64).orElse(image));
        }
    }

    /** Width and height of the ratio with the area of the resolution's square, each a multiple of 16. */
    private static void size(ObjectNode body, Input input) {
        Integer side = SIDES.get(input.resolution());
        String[] ratio = input.ratio() == null ? new String[0] : input.ratio().split(":");
        if (side == null || ratio.length != 2) {
            return;
        }
        double shape = Math.sqrt(Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]));
        body.put("width", sixteens(side * shape)).put("height", sixteens(side / shape));
    }

    private static long sixteens(double length) {
        return Math.round(length / 16) * 16;
    }
}
