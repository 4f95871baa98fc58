package dev.atelier.providers.jimeng;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;

final class Orders {

    static final String PICTURE = "data:image/png;base64,iVBORw0KGgo=";

    private Orders() {
    }

    static Order image(String prompt, String... images) {
        return order(Kind.IMAGE, "jimeng-4.5", new Input(prompt, "blur", List.of(images), "16:9", "1k", null,
                images.length == 0, images.length == 0 ? null : new BigDecimal("0.6"), "url"), images);
    }

    static Order video(String prompt, String... images) {
        return order(Kind.VIDEO, "jimeng-video-3.0",
                new Input(prompt, null, List.of(images), "16:9", "720p", 5, null, null, "url"), images);
    }

    static Order order(Kind kind, String model, Input input, String... images) {
        return new Order("sub-01", kind, model, input, List.of(images), Instant.now().plusSeconds(600), Map.of());
    }

    static Order before(Order order, Instant sendBefore) {
        return new Order(order.marker(), order.kind(), order.model(), order.input(), order.images(), sendBefore,
                order.settings());
    }
}
