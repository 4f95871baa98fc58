package dev.atelier.providers.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.providers.fetch.Downloads.Download;
import dev.atelier.providers.fetch.Downloads.Fetched;
import dev.atelier.providers.fetch.Downloads.Gone;
import dev.atelier.providers.fetch.Downloads.Refused;
import dev.atelier.providers.fetch.Downloads.Trouble;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;

@Timeout(30)
class DownloadsTest {

    private static final int MOST = 100_000;

    private final MockWebServer server = new MockWebServer();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_file_is_streamed_and_its_progress_told() throws IOException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(90_000)).addHeader("Content-Type", "video/mp4")
                .build());
        List<Long> progress = new ArrayList<>();
        assertThat(practice(Duration.ofSeconds(10)).fetch(url("/v"), kept, progress::add))
                .isEqualTo(new Fetched(90_000, "video/mp4"));
        assertThat(kept.size()).isEqualTo(90_000);
        assertThat(progress).isSorted().endsWith(90_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "localhost",
            "localhost.", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]",
            "[::127.0.0.1]", "0.0.0.0", "[::]", "127。0。0。1", "127.0.0.1.", "①②⑦.⓪.⓪.①", "user:pass@127.0.0.1",
            "example.org@127.0.0.1"})
    void no_way_of_writing_loopback_leads_in(String host) throws IOException {
        server.enqueue(new MockResponse.Builder().body("secret").build());
        Download download = new Downloads(Reach.internet(Set.of()), MOST, Duration.ofSeconds(5))
                .fetch("http://" + host + ":" + server.getPort() + "/", kept, bytes -> {
                });
        assertThat(download).isInstanceOfAny(Refused.class, Trouble.class);
        assertThat(server.getRequestCount()).isZero();
        assertThat(kept.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://10.0.0.1/",
            "https://192.168.1.1/", "http://[64:ff9b::7f00:1]/", "http://168.63.129.16/", "http://[fe80::1%25lo]/",
            "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "jar:http://127.0.0.1!/", "", "//x",
            "http://", "http://[::1"})
    void what_is_not_public_or_not_http_is_refused_without_a_try(String url) throws IOException {
        assertThat(new Downloads(false, MOST, Duration.ofSeconds(5)).fetch(url, kept, bytes -> {
        })).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x", "javascript:x"})
    void a_redirect_does_not_change_the_kind_of_address(String to) throws IOException {
        redirect(to);
        assertThat(fetch()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"http://a/1, /2, http://a/2", "http://a/1, https://b/, https://b/", "https://a/1, /2, https://a/2",
            "https://a/1, //b/2, https://b/2", "https://a/1, http://a/1,", "https://a/1, http://b/,"})
    void a_redirect_never_leads_from_https_to_http(String at, String location, String to) {
        assertThat(Downloads.follow(HttpUrl.get(at), location)).isEqualTo(to == null ? null : HttpUrl.get(to));
    }

    @Test
    void a_redirect_without_a_target_is_refused() throws IOException {
        server.enqueue(new MockResponse.Builder().code(302).build());
        assertThat(fetch()).isInstanceOf(Refused.class);
    }

    @Test
    void redirects_are_followed_by_hand_and_three_are_enough() throws IOException {
        redirect("/2");
        redirect(url("/3"));
        redirect("/4");
        server.enqueue(new MockResponse.Builder().body("ok").build());
        assertThat(fetch()).isInstanceOf(Fetched.class);
        assertThat(kept.toString()).isEqualTo("ok");
        for (int hop = 0; hop < 9; hop++) {
            redirect("/on");
        }
        assertThat(fetch()).isInstanceOf(Refused.class);
        assertThat(server.getRequestCount()).isEqualTo(4 + 4);
    }

    @Test
    void a_chain_of_slow_redirects_does_not_stretch_the_deadline() throws IOException {
        for (int hop = 0; hop < 4; hop++) {
            server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/on")
                    .headersDelay(400, TimeUnit.MILLISECONDS).build());
        }
        long began = System.nanoTime();
        assertThat(fetch(Duration.ofMillis(700))).isInstanceOf(Trouble.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_file_that_announces_too_much_is_not_read_and_one_that_brings_too_much_is_cut() throws IOException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(MOST + 1)).build());
        assertThat(fetch()).isInstanceOf(Refused.class);
        assertThat(kept.size()).isZero();
        server.enqueue(new MockResponse.Builder().chunkedBody("x".repeat(3 * MOST), 8_192).build());
        assertThat(fetch()).isInstanceOf(Refused.class);
        assertThat(kept.size()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void a_file_of_exactly_the_limit_is_kept() throws IOException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(MOST)).build());
        assertThat(fetch()).isEqualTo(new Fetched(MOST, null));
    }

    @Test
    void what_is_packed_on_the_way_is_not_unpacked() throws IOException {
        server.enqueue(new MockResponse.Builder().body(new Buffer().writeUtf8("packed"))
                .addHeader("Content-Encoding", "gzip").build());
        assertThat(fetch()).isInstanceOf(Fetched.class);
        assertThat(kept.toString()).isEqualTo("packed");
    }

    @Test
    void a_transfer_that_breaks_off_is_trouble() throws IOException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(90_000))
                .onResponseBody(new SocketEffect.CloseSocket()).build());
        assertThat(fetch()).isInstanceOf(Trouble.class);
    }

    @Test
    void a_file_that_trickles_for_ever_ends_with_the_deadline() throws IOException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(50_000)).throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());
        long began = System.nanoTime();
        assertThat(fetch(Duration.ofMillis(600))).isInstanceOf(Trouble.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void what_has_expired_is_gone(int status) throws IOException {
        server.enqueue(new MockResponse.Builder().code(status).build());
        assertThat(fetch()).isEqualTo(new Gone(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 304, 400, 401, 408, 416, 429, 500, 502, 503})
    void any_other_answer_is_trouble(int status) throws IOException {
        server.enqueue(new MockResponse.Builder().code(status).build());
        assertThat(fetch()).isInstanceOf(Trouble.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nobody_is_told_who_we_are() throws Exception {
        server.enqueue(new MockResponse.Builder().addHeader("Set-Cookie", "a=b").build());
        server.enqueue(new MockResponse.Builder().build());
        Downloads downloads = practice(Duration.ofSeconds(5));
        for (int i = 0; i < 2; i++) {
            downloads.fetch(url("/"), kept, bytes -> {
            });
            assertThat(server.takeRequest().getHeaders().names()).doesNotContain("Authorization", "Cookie", "Referer");
        }
    }

    @Test
    void a_full_disk_is_our_fault_and_not_the_sources() {
        server.enqueue(new MockResponse.Builder().body("x").build());
        assertThatThrownBy(() -> practice(Duration.ofSeconds(5)).fetch(url("/"), new OutputStream() {

            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }, bytes -> {
        })).isInstanceOf(IOException.class).hasMessageContaining("No space");
    }

    private void redirect(String to) {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", to).build());
    }

    private Download fetch() throws IOException {
        return fetch(Duration.ofSeconds(10));
    }

    private Download fetch(Duration deadline) throws IOException {
        kept.reset();
        return practice(deadline).fetch(url("/"), kept, bytes -> {
        });
    }

    private static Downloads practice(Duration deadline) {
        return new Downloads(true, MOST, deadline);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }
}
