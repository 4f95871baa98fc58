package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.SubmitOutcome;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** A create leaves at most once, whatever a client library would like to do about an answer. */
class ArkOnceTest {

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"408,0", "408,''", "421,''", "429,0", "500,''", "503,0", "503,''", "401,''", "407,''"})
    void no_answer_makes_the_client_send_again(int status, String retryAfter) {
        server.answers(status, "", "Retry-After", retryAfter, "WWW-Authenticate", "Basic realm=x",
                "Proxy-Authenticate", "Basic realm=x").answers(200, "{\"id\":\"cgt-2\"}");
        assertThat(submit()).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_dropped_connection_makes_nobody_send_again() {
        server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())).answers(200,
                "{\"id\":\"cgt-2\"}");
        assertThat(submit()).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_connection_the_server_has_closed_meanwhile_is_not_used_for_a_create() {
        server.answers(new MockResponse.Builder().body("{\"id\":\"cgt-1\"}")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)).answers(200, "{\"id\":\"cgt-2\"}");
        assertThat(submit()).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(submit()).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void every_create_has_a_connection_of_its_own() {
        for (int i = 0; i < 3; i++) {
            server.answers(200, "{\"id\":\"cgt-" + i + "\"}");
            submit();
            assertThat(server.request().getExchangeIndex()).as("place of the request on its connection").isZero();
        }
    }

    @Test
    @Timeout(20)
    void a_worker_that_stops_gives_a_call_up_at_once_and_what_it_brought_is_unknown() throws Exception {
        server.answers(new MockResponse.Builder().body("{}").headersDelay(60, TimeUnit.SECONDS));
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        CompletableFuture<SubmitOutcome> outcome = new CompletableFuture<>();
        Thread submitting = Thread.ofPlatform().start(() -> {
            outcome.complete(server.ark.submit(Orders.image(Orders.PROMPT), server.credential));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        server.request();
        long interrupted = System.nanoTime();
        submitting.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(SubmitOutcome.Ambiguous.class,
                unknown -> assertThat(unknown.failure().kind()).isEqualTo(ErrorKind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - interrupted)).isLessThan(Duration.ofSeconds(5));
        submitting.join();
        assertThat(stillInterrupted).isTrue();
    }

    private SubmitOutcome submit() {
        return server.ark.submit(Orders.video(Orders.PROMPT), server.credential);
    }
}
