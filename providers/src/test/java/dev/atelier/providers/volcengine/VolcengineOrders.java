package dev.atelier.providers.volcengine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;

final class VolcengineOrders {

    private static final Map<String, Object> VIDEO = Map.of("req_keys", Map.of("0/720p", "jimeng_t2v_v30", "1/720p",
            "jimeng_i2v_first_v30", "2/720p", "jimeng_i2v_first_tail_v30"));

    private VolcengineOrders() {
    }

    static Order image(String prompt, Instant before, String... images) {
        return new Order("sub-01", Kind.IMAGE, "jimeng_t2i_v40",
                new Input(prompt, null, List.of(images), "16:9", "1k", null, null, null, "url"), List.of(images),
                before, Map.of());
    }

    static Order video(String prompt, String... images) {
        return new Order("sub-01", Kind.VIDEO, "jimeng_v30",
                new Input(prompt, null, List.of(images), "16:9", "720p", 5, null, null, "url"), List.of(images),
                Instant.now().plusSeconds(600), VIDEO);
    }
}
