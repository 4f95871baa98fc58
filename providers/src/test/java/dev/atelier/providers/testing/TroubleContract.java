package dev.atelier.providers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;

/**
 * What any provider's adapter makes of a server or a network that misbehaves: whatever may have been taken is ambiguous,
 * sent once, and never followed elsewhere; only what never left is not sent.
 */
public abstract class TroubleContract {

    private static final String SECRET = "canary-7f3a5d1c-kept-nowhere";
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final int HUGE = 33 << 20;

    private final Clock clock = Clock.systemUTC();
    private Provider provider;

    @BeforeEach
    void make() {
        provider = provider(new Wire(clock), clock);
    }

    protected abstract Provider provider(Wire wire, Clock clock);

    /** Good by itself, so that only the server is to blame. */
    protected abstract Order order(Instant sendBefore);

    /** One that this provider takes for well-formed. */
    protected String secret() {
        return SECRET;
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_understood_is_ambiguous_and_sent_once() {
        return Stream.of(
                odd("nothing at all", OddServer.text("")),
                odd("half a status line", OddServer.text("HTTP/1.1 20")),
                odd("bytes that are no HTTP", OddServer.text("\u0001\u0002\u0003 hello")),
                odd("JSON that is none", OddServer.text(GOOD + "Content-Length: 9\r\n\r\n{\"id\": \u0001\u0002")),
                odd("a web page", OddServer.text(GOOD + "Content-Length: 13\r\n\r\n<html></html>")),
                odd("an empty object", OddServer.text(GOOD + "Content-Length: 2\r\n\r\n{}")),
                odd("a list", OddServer.text(GOOD + "Content-Length: 2\r\n\r\n[]")),
                odd("a body that breaks off", OddServer.text(GOOD + "Content-Length: 500\r\n\r\n{\"id\":\"t-1\"")),
                odd("a huge answer", out -> {
                    out.write((GOOD + "Content-Length: " + HUGE + "\r\n\r\n").getBytes());
                    byte[] spaces = " ".repeat(1 << 16).getBytes();
                    for (int sent = 0; sent < HUGE; sent += spaces.length) {
                        out.write(spaces);
                    }
                }),
                odd("an error of nobody's form",
                        OddServer.text("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\nbad")),
                odd("a busy that says at once", OddServer.text(
                        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")));
    }

    private DynamicTest odd(String what, OddServer.Answer answer) {
        return DynamicTest.dynamicTest(what, () -> {
            try (OddServer server = new OddServer(answer)) {
                SubmitOutcome outcome = submit("http", server.port());
                assertThat(outcome).isInstanceOf(SubmitOutcome.Ambiguous.class);
                assertThat(server.requests()).as("requests").isEqualTo(1);
                assertThat(outcome.toString()).doesNotContain(secret());
            }
        });
    }

    @Test
    void a_redirect_is_not_followed() {
        try (OddServer elsewhere = new OddServer(OddServer.text(GOOD + "Content-Length: 2\r\n\r\n{}"));
                OddServer server = new OddServer(OddServer.text("HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                        + "http://127.0.0.1:" + elsewhere.port() + "/v1\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(submit("http", server.port())).isInstanceOf(SubmitOutcome.Ambiguous.class);
            assertThat(elsewhere.requests()).as("the credential goes nowhere else").isZero();
        }
    }

    @Test
    void a_body_that_trickles_is_heard_to_its_end() {
        try (OddServer server = new OddServer(out -> {
            out.write((GOOD + "Content-Length: 4\r\n\r\n").getBytes());
            for (int part = 0; part < 4; part++) {
                out.write(' ');
                out.flush();
                Thread.sleep(200);
            }
        })) {
            assertThat(submit("http", server.port()).exchange().httpStatus()).isEqualTo(200);
        }
    }

    @Test
    void without_a_good_tls_connection_nothing_has_left() {
        try (OddServer plain = new OddServer(OddServer.text("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            unsent(submit("https", plain.port()), ErrorKind.UNREACHABLE);
        }
    }

    @Test
    void a_closed_port_has_taken_nothing() {
        int port;
        try (OddServer closed = new OddServer(OddServer.text(""))) {
            port = closed.port();
        }
        unsent(submit("http", port), ErrorKind.UNREACHABLE);
    }

    @Test
    void what_is_too_late_is_not_sent() {
        try (OddServer server = new OddServer(OddServer.text(""))) {
            unsent(provider.submit(order(clock.instant().minusSeconds(1)), at("http", server.port())),
                    ErrorKind.TOO_LATE);
            assertThat(server.requests()).isZero();
        }
    }

    private void unsent(SubmitOutcome outcome, ErrorKind kind) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                unsent -> assertThat(unsent.failure().kind()).isEqualTo(kind));
    }

    private SubmitOutcome submit(String scheme, int port) {
        return provider.submit(order(clock.instant().plusSeconds(600)), at(scheme, port));
    }

    private Credential at(String scheme, int port) {
        return new Credential("acc-01", URI.create(scheme + "://127.0.0.1:" + port), secret());
    }
}
