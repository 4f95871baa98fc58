package dev.atelier.providers.form;

import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static dev.atelier.providers.testing.ToldServer.PROMPT;
import static dev.atelier.providers.testing.ToldServer.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.job.Kind;
import dev.atelier.providers.http.Json;

class FillingTest {

    @Test
    void a_model_is_told_what_it_has_a_name_for_and_nothing_else() {
        ObjectNode body = Filling.of(order(Kind.VIDEO, "m", Map.of("fields",
                Map.of("prompt", "text", "duration", "seconds", "image", "start", "last_image", "end")), PICTURE));
        assertThat(body).isEqualTo(Json.object().put("text", PROMPT).put("seconds", 5).put("start", PICTURE));
    }

    @Test
    void values_are_spelt_as_the_model_does_and_fixed_ones_come_along() {
        ObjectNode body = Filling.of(order(Kind.IMAGE, "m",
                Map.of("fields", Map.of("ratio", "image_size", "duration", "duration"), "words",
                        Map.of("image_size", Map.of("16:9", "landscape_16_9"), "duration", Map.of("5", "5s")), "send",
                        Map.of("num_images", 1, "duration", "never"))));
        assertThat(body).isEqualTo(Json.object().put("num_images", 1).put("image_size", "landscape_16_9")
                .put("duration", "5s"));
    }

    @Test
    void all_images_go_as_a_list_where_a_model_takes_several() {
        ObjectNode body = Filling.of(order(Kind.IMAGE, "m", Map.of("fields", Map.of("images", "image_urls")),
                PICTURE, PICTURE));
        assertThat(body.path("image_urls")).hasSize(2);
    }
}
