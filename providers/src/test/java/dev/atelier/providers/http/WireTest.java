package dev.atelier.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

@Timeout(30)
class WireTest {

    private final Wire wire = new Wire(Clock.systemUTC());
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void silence_ends_with_our_patience_and_is_lost() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertLost(post(Duration.ofMillis(300)), ErrorKind.TIMEOUT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_answer_that_trickles_does_not_outlast_our_patience() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(1_000)).throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());
        long began = System.nanoTime();
        assertLost(post(Duration.ofMillis(600)), ErrorKind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_connection_that_is_never_taken_ends_with_our_patience_and_nothing_left() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket();
                Socket second = new Socket()) {
            // The queue of the deaf server is full: whoever comes now waits.
            first.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()));
            second.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()));
            assertThat(post("http://127.0.0.1:" + deaf.getLocalPort() + "/", Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(Reply.NeverLeft.class,
                            never -> assertThat(never.kind()).isEqualTo(ErrorKind.UNREACHABLE));
        }
    }

    @Test
    void an_answer_that_unpacks_to_more_than_was_allowed_is_lost() throws IOException {
        Buffer bomb = new Buffer();
        try (okio.BufferedSink packed = Okio.buffer(new GzipSink(bomb))) {
            byte[] nothing = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 64; megabytes++) {
                packed.write(nothing);
            }
        }
        server.enqueue(new MockResponse.Builder().body(bomb).addHeader("Content-Encoding", "gzip").build());
        assertLost(post(Duration.ofSeconds(10)), ErrorKind.PROVIDER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":", "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n", "SSH-2.0-OpenSSH\r\n\r\n",
            "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\nContent-Length: 5\r\nX: \u0000\r\n"})
    void half_an_answer_is_lost(String answer) throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = rude.accept()) {
                    caller.getInputStream().read(new byte[4_096]);
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    // The test has ended.
                }
            });
            assertThat(post("http://127.0.0.1:" + rude.getLocalPort() + "/", Duration.ofSeconds(5)))
                    .isInstanceOf(Reply.Lost.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,408", "GET,503", "DELETE,408", "DELETE,503", "POST,408", "POST,503"})
    void whatever_is_asked_goes_out_once(String method, int status) {
        server.enqueue(new MockResponse.Builder().code(status).addHeader("Retry-After", "0").build());
        server.enqueue(new MockResponse.Builder().body("again").build());
        Ask ask = switch (method) {
            case "GET" -> Ask.get(url(), Map.of(), Duration.ofSeconds(5));
            case "DELETE" -> Ask.delete(url(), Map.of(), Duration.ofSeconds(5));
            default -> Ask.post(url(), Map.of(), Json.object(), Duration.ofSeconds(5), Ask.SMALL, null);
        };
        assertThat(wire.say(ask).reply().httpStatus()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void who_is_told_to_stop_before_the_call_sends_nothing_or_does_not_know() {
        server.enqueue(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        Thread.currentThread().interrupt();
        Reply reply = post(Duration.ofSeconds(20));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isInstanceOfAny(Reply.NeverLeft.class, Reply.Lost.class);
    }

    private Reply post(Duration patience) {
        return post(url(), patience);
    }

    private Reply post(String url, Duration patience) {
        return wire.say(Ask.post(url, Map.of(), Json.object(), patience, Ask.SMALL, null)).reply();
    }

    private static void assertLost(Reply reply, ErrorKind kind) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Lost.class, lost -> assertThat(lost.kind()).isEqualTo(kind));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/x";
    }
}
