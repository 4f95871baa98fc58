package dev.atelier.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.account.ProxyAddress;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.replicate.Replicate;
import dev.atelier.providers.testing.ForwardProxy;
import dev.atelier.providers.testing.ToldServer;

/** What an account with a proxy asks of its provider goes through that proxy, and through nothing else. */
class ThroughProxiesTest {

    private static final String LOGIN = "ana:p@ss:word";
    private static final String WRITTEN = "ana:p%40ss:word@";

    private final Clock clock = Clock.systemUTC();
    private final ToldServer server = new ToldServer();
    private final ThroughProxies ways = new ThroughProxies(new Wire(clock), clock);
    private final Provider direct = new Replicate(new Wire(clock), clock);

    @AfterEach
    void close() {
        server.close();
    }

    private SubmitOutcome submit(String baseUrl, String proxy) {
        Credential as = new Credential("acc-01", URI.create(baseUrl), ToldServer.KEY, Site.US, URI.create(proxy));
        return ways.of(direct, as).submit(ToldServer.order(Kind.IMAGE, "maker/model", Map.of()), as);
    }

    /** Where only the proxy knows the way. */
    private String byName() {
        return server.address().replace("127.0.0.1", "provider.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void a_submit_goes_through_the_proxy_with_its_login_and_by_the_providers_name(String scheme) {
        server.answers(201, "{\"id\":\"t-1\"}");
        try (ForwardProxy proxy = new ForwardProxy(LOGIN)) {
            SubmitOutcome outcome = submit(byName(), scheme + "://" + WRITTEN + "127.0.0.1:" + proxy.port());
            assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
            assertThat(proxy.asked).containsExactly(URI.create(byName()).getAuthority());
            assertThat(proxy.logins).containsExactly(LOGIN);
            assertThat(outcome.exchange().toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
            assertThat(server.request().getHeaders().get("Proxy-Authorization")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void without_a_login_too_and_what_was_sent_once_is_sent_once(String scheme) {
        server.answers(201, "{\"id\":\"t-1\"}");
        try (ForwardProxy proxy = new ForwardProxy(null)) {
            assertThat(submit(server.address(), scheme + "://127.0.0.1:" + proxy.port()))
                    .isInstanceOf(SubmitOutcome.Accepted.class);
            assertThat(proxy.asked).hasSize(1);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void a_proxy_that_refuses_the_login_proves_that_nothing_was_sent(String scheme) {
        try (ForwardProxy proxy = new ForwardProxy(LOGIN)) {
            assertNothingSent(submit(server.address(), scheme + "://eve:guess@127.0.0.1:" + proxy.port()));
            assertThat(proxy.logins).containsExactly("eve:guess");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void a_tunnel_is_asked_for_with_the_login_and_one_that_is_refused_proves_that_nothing_was_sent() {
        try (ForwardProxy proxy = new ForwardProxy(LOGIN)) {
            assertNothingSent(submit("https://provider.invalid/v1", "http://" + WRITTEN + "127.0.0.1:" + proxy.port()));
            assertThat(proxy.asked).containsOnly("provider.invalid:443");
            assertThat(proxy.logins).containsOnly(LOGIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void a_dead_proxy_is_never_passed_by(String scheme) {
        int port;
        try (ForwardProxy gone = new ForwardProxy(null)) {
            port = gone.port();
        }
        assertNothingSent(submit(server.address(), scheme + "://127.0.0.1:" + port));
        assertThat(server.requests()).isZero();
    }

    private static void assertNothingSent(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "ftp://h:1", "https://h:1", "http://h", "http://h:0", "http://h:70000",
            "http://h:1/path", "http://h:1?x", "http://user@h:1", "http://:x@h:1", "http://a:b\n@h:1",
            "http://a:%00@h:1",
            "socks5://:1"})
    void what_is_no_proxy_is_refused_without_repeating_it(String text) {
        assertThat(ProxyAddress.problem(text)).get().satisfies(problem -> assertThat(problem).startsWith("must be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "socks5://user:pass@proxy.example.com:1080", "http://a:b%3Ac@10.0.0.1:8080/",
            "socks5://[::1]:1080"})
    void what_is_one_is_taken_and_shows_no_login(String text) {
        assertThat(ProxyAddress.problem(text)).isEmpty();
        assertThat(ProxyAddress.of(URI.create(text)).toString()).doesNotContain("@").doesNotContain("pass");
    }
}
