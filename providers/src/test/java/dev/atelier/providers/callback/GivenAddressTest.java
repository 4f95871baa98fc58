package dev.atelier.providers.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.Provider;
import dev.atelier.providers.Speaking;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import mockwebserver3.RecordedRequest;

/** An address for callbacks goes to those who take one, only where there is one, and is not kept. */
class GivenAddressTest {

    private static final String TOKEN = "AZoAABCDEFGHIJKLMNOPQRSTUVWXYZ-_0123456789abcd";

    @ParameterizedTest
    @CsvSource({"ark,VIDEO,'{\"id\":\"t-1\"}',callback_url",
            "replicate,IMAGE,'{\"id\":\"t-1\",\"webhook\":\"%s\"}',webhook",
            "fal,IMAGE,'{\"request_id\":\"t-1\"}',fal_webhook"})
    void those_who_take_an_address_are_given_it_and_no_record_holds_it(String name, Kind kind, String answer,
            String field) {
        URI address = URI.create("https://atelier.example.com/hooks/" + name + "/" + TOKEN);
        try (ToldServer server = new ToldServer()) {
            Order without = ToldServer.order(kind, "maker/model", Map.of());
            Order with = new Order(without.marker(), kind, without.model(), without.input(), without.images(),
                    without.sendBefore(), without.settings(), address);
            String told = answer.formatted(address);
            server.answers(200, told).answers(200, told);
            Provider provider = Speaking.all(new Wire(Clock.systemUTC()), Clock.systemUTC()).stream()
                    .filter(each -> each.name().equals(name)).findFirst().orElseThrow();

            SubmitOutcome outcome = provider.submit(with, server.account());
            assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
            RecordedRequest given = server.request();
            assertThat(said(given)).contains(field).contains(TOKEN);
            assertThat(outcome.exchange().toString()).doesNotContain(TOKEN);

            provider.submit(without, server.account());
            assertThat(said(server.request())).doesNotContain(field);
        }
    }

    private static String said(RecordedRequest request) {
        return request.getTarget() + " " + request.getBody().utf8();
    }
}
