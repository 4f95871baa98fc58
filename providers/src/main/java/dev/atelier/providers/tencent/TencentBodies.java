package dev.atelier.providers.tencent;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.DataUri;
import dev.atelier.providers.http.Json;

/** What is sent to make a model: words, one image, or the front and further views in this order. */
final class TencentBodies {

    private static final List<String> FURTHER_VIEWS = List.of("left", "back", "right");

    private TencentBodies() {
    }

    static ObjectNode of(Order order) {
        ObjectNode body = Json.object().put("Model", order.model());
        if (order.settings().get("send") instanceof Map<?, ?> always) {
            always.forEach((name, value) -> body.set(String.valueOf(name), Json.of(value)));
        }
        if (order.images().isEmpty()) {
            return body.put("Prompt", order.input().prompt());
        }
        image(body, "Image", order.images().getFirst());
        if (order.images().size() > 1) {
            ArrayNode views = body.putArray("MultiViewImages");
            for (int i = 1; i < order.images().size(); i++) {
                image(views.addObject().put("ViewType", FURTHER_VIEWS.get(i - 1)), "ViewImage",
                        order.images().get(i));
            }
        }
        return body;
    }

    private static void image(ObjectNode into, String field, String image) {
        Optional<DataUri> ours = DataUri.of(image);
        if (ours.isPresent()) {
            into.put(field + "Base64", Base64.getEncoder().encodeToString(ours.get().bytes()));
        } else {
            into.put(field + "Url", image);
        }
    }
}
