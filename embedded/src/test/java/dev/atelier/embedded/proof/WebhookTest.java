package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of a job reaches who asked to hear of it, even one who drops the first call. */
@RealTemporal
@Order(4)
class WebhookTest {
    private final RealHouse house;

    WebhookTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void a_webhook_is_signed_and_tried_again_with_the_same_id_after_a_500() {
        String secret = new Rest(house.wiring().api(), house.wiring().keys().api()).get("/v1/webhooks/secret").body()
                .path("secret").asString();
        try (Receiver receiver = new Receiver()) {
            Jobs.Posted image = house.jobs().post("image", Map.of("webhook_url", receiver.url()));
            assertThat(house.jobs().end(image, Duration.ofSeconds(20))).isEqualTo("succeeded");
            RealHouse.until("its end is told twice", Duration.ofSeconds(20),
                    () -> receiver.deliveries("job.succeeded").size() == 2);

            List<Receiver.Delivery> told = receiver.deliveries("job.succeeded");
            assertThat(told).allSatisfy(delivery -> {
                assertThat(delivery.isSignedWith(secret)).as("signature of " + delivery).isTrue();
                assertThat(delivery.body()).contains(image.id());
            });
            assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
            assertThat(told.get(1).body()).isEqualTo(told.get(0).body());
            RealHouse.until("both tries stand in the rows", Duration.ofSeconds(5), () -> house.rows().number("""
                    select count(*) from webhook_deliveries where job_id = '%s' and event_type = 'job.succeeded' and (attempt, status) in
                     ((1, 'failed'), (2, 'delivered'))""".formatted(image.id())) == 2);
        }
    }
}
