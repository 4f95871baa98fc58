package dev.atelier.providers.ark;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;

/** Orders as the catalogue would make them. */
final class Orders {

    static final String KEY = "ark-key-5f1d2c7e-planted";
    static final String PROMPT = "a paper boat drifts under a bridge";

    private Orders() {
    }

    static Order image(String prompt, String... images) {
        return order(Kind.IMAGE, "doubao-seedream-4-5-251128",
                new Input(prompt, null, List.of(images), "1:1", "2k", null, null, null, "url"), images);
    }

    static Order video(String prompt, String... images) {
        return order(Kind.VIDEO, "doubao-seedance-1-5-pro-251215",
                new Input(prompt, null, List.of(images), "16:9", "720p", 5, null, null, "url"), images);
    }

    static Order mesh(String prompt, String image) {
        return order(Kind.MESH, "doubao-seed3d-1-0-250928",
                new Input(prompt, null, List.of(image), null, null, null, null, null, "url"), image);
    }

    private static Order order(Kind kind, String model, Input input, String... images) {
        return new Order("sub-01", kind, model, input, List.of(images), Instant.now().plusSeconds(600), Map.of());
    }

    static Order toBeSentBefore(Order order, Instant sendBefore) {
        return new Order(order.marker(), order.kind(), order.model(), order.input(), order.images(), sendBefore,
                order.settings());
    }

    static Order with(Order order, Map<String, Object> settings) {
        return new Order(order.marker(), order.kind(), order.model(), order.input(), order.images(),
                order.sendBefore(), settings);
    }

    static Credential at(String baseUrl) {
        return new Credential("acc-01", URI.create(baseUrl), KEY);
    }
}
