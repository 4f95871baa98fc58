package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** What each answer to a create proves. */
class ArkSubmitTest {

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_task_id_is_an_acceptance() {
        server.answers(200, "{\"id\":\"cgt-1\"}", "X-Request-Id", "req-9");
        SubmitOutcome outcome = submit(video());
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Accepted.class,
                accepted -> assertThat(accepted.task()).isEqualTo(new TaskId("cgt-1")));
        assertThat(outcome.exchange().operation()).isEqualTo("submit");
        assertThat(outcome.exchange().httpStatus()).isEqualTo(200);
        assertThat(outcome.exchange().providerRequestId()).isEqualTo("req-9");
    }

    @Test
    void an_image_answers_in_the_call_and_is_counted_as_the_provider_counts() {
        server.answers(200, """
                {"model":"m","created":1,"data":[{"url":"https://x.example/1.png","size":"2048x2048"}],
                 "usage":{"generated_images":1,"output_tokens":16384,"total_tokens":16384}}""");
        SubmitOutcome outcome = submit(image());
        assertThat(made(outcome)).isEqualTo(new Made(java.util.List.of(ResultFile.main("https://x.example/1.png")),
                Map.of("image", BigDecimal.ONE)));
        assertThat(outcome.exchange().tokensOut()).isEqualTo(16_384);
    }

    @Test
    void an_image_may_come_inside_the_answer() {
        server.answers(200, "{\"data\":[{\"b64_json\":\"aGVsbG8=\"}]}");
        SubmitOutcome outcome = submit(image());
        assertThat(made(outcome).files()).containsExactly(new ResultFile("main", null, "aGVsbG8="));
        assertThat(outcome.exchange().responseJson()).doesNotContain("aGVsbG8=");
    }

    @Test
    void of_a_set_what_was_made_counts_although_an_item_failed() {
        server.answers(200, """
                {"data":[{"url":"https://x.example/1.png"},
                         {"error":{"code":"OutputImageSensitiveContentDetected","message":"no"}}]}""");
        assertThat(made(submit(image())).files()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OutputImageSensitiveContentDetected,CONTENT_OUTPUT", "InternalServiceError,GENERATION_FAILED",
            "NeverHeardOf,GENERATION_FAILED"})
    void an_image_that_failed_in_a_good_answer_has_ended(String code, ErrorKind kind) {
        server.answers(200, "{\"data\":[" + ArkServer.error(code) + "]}");
        assertThat(submit(image())).isInstanceOfSatisfying(SubmitOutcome.Answered.class,
                answered -> assertThat(answered.end()).isInstanceOfSatisfying(Finished.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind)));
    }

    @ParameterizedTest
    @CsvSource({"400,InvalidParameter,BAD_REQUEST", "400,InputTextSensitiveContentDetected,CONTENT_INPUT",
            "401,AuthenticationError,AUTH", "403,AccountOverdueError,QUOTA", "403,AccessDenied,RISK",
            "404,ModelNotOpen,NOT_ENTITLED", "429,RequestBurstTooFast,RATE_LIMIT",
            "429,InflightBatchsizeExceeded,CONCURRENCY", "429,QuotaExceeded,QUOTA",
            "429,ServerOverloaded,PROVIDER_BUSY"})
    void a_refusal_in_arks_own_form_proves_that_nothing_was_taken(int status, String code, ErrorKind kind) {
        for (Order order : new Order[]{image(), video(), mesh()}) {
            server.answers(status, ArkServer.error(code), "Retry-After", "7");
            assertThat(submit(order)).isInstanceOfSatisfying(SubmitOutcome.NotSent.class, refused -> {
                assertThat(refused.failure()).isEqualTo(
                        new Failure(kind, code, "said by the provider", Duration.ofSeconds(7), null, null));
                assertThat(refused.exchange().httpStatus()).isEqualTo(status);
            });
        }
        assertThat(server.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 529})
    void a_server_error_proves_nothing_even_with_a_code_that_is_a_refusal_elsewhere(int status) {
        server.answers(status, ArkServer.error("ServerOverloaded"));
        assertAmbiguous(submit(video()));
        server.answers(status, ArkServer.error("InternalServiceError"));
        assertAmbiguous(submit(image()));
        server.answers(status, "");
        assertAmbiguous(submit(video()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 413, 418, 429, 499})
    void a_client_error_in_no_form_or_with_no_code_that_ark_documents_proves_nothing(int status) {
        for (String body : new String[]{"", "<html>Not Found</html>", "{}", "{\"error\":\"no\"}",
                "{\"error\":{\"message\":\"no\"}}", "{\"error\":{\"code\":429}}", ArkServer.error("NeverHeardOf")}) {
            server.answers(status, body);
            assertAmbiguous(submit(video()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_proves_nothing(int status) {
        server.answers(status, ArkServer.error("InvalidParameter"), "Location", "/elsewhere");
        assertAmbiguous(submit(video()));
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "<html><body>Welcome</body></html>", "[]", "\"cgt-1\"", "{}",
            "{\"id\":\"\"}", "{\"id\":\"  \"}", "{\"id\":7}", "{\"id\":null}", "{\"id\":\"cgt-1\"",
            "{\"id\":\"cgt-1\"}}",
            "{\"task_id\":\"cgt-1\"}", "{\"error\":{\"code\":\"InvalidParameter\"}}"})
    void a_good_answer_that_names_no_task_proves_nothing(String body) {
        server.answers(200, body);
        assertAmbiguous(submit(video()));
    }

    @Test
    void a_task_id_longer_than_a_row_can_hold_is_no_task_id() {
        server.answers(200, "{\"id\":\"" + "x".repeat(601) + "\"}");
        assertAmbiguous(submit(video()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "<html></html>", "{}", "{\"data\":[]}", "{\"data\":{}}", "{\"data\":null}",
            "{\"data\":[{}]}", "{\"data\":[{\"url\":\"\"}]}", "{\"data\":[7]}", "{\"data\":[{\"error\":{}}]}"})
    void a_good_answer_without_a_picture_proves_nothing(String body) {
        server.answers(200, body);
        assertAmbiguous(submit(image()));
    }

    @Test
    void a_connection_that_breaks_off_before_or_within_the_answer_proves_nothing() {
        server.answers(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()));
        assertAmbiguous(submit(video()));
        server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        assertAmbiguous(submit(video()));
        server.answers(new MockResponse.Builder().body("{\"id\":\"cgt-1\",\"more\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket()));
        assertAmbiguous(submit(video()));
    }

    @Test
    void an_answer_longer_than_any_honest_one_proves_nothing() {
        server.answers(200, "{\"id\":\"cgt-1\",\"more\":\"" + "x".repeat(5 << 20) + "\"}");
        assertAmbiguous(submit(video()));
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        assertNotSent(server.ark.submit(video(), Orders.at("http://127.0.0.1:" + free + "/api/v3")),
                ErrorKind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://no-such-host.invalid/api/v3", "ftp://127.0.0.1/api/v3", "nonsense"})
    void where_no_address_is_found_nothing_was_sent(String baseUrl) {
        assertNotSent(server.ark.submit(video(), Orders.at(baseUrl)), ErrorKind.UNREACHABLE);
    }

    @Test
    void a_worker_that_was_frozen_sends_nothing_late() {
        server.answers(200, "{\"id\":\"cgt-1\"}");
        assertNotSent(submit(Orders.toBeSentBefore(video(), Instant.now().minusMillis(1))), ErrorKind.TOO_LATE);
        assertThat(server.requests()).isZero();
    }

    @Test
    void a_key_that_no_header_can_carry_is_never_sent_nor_shown() {
        dev.atelier.domain.provider.Credential odd = new dev.atelier.domain.provider.Credential("acc-01",
                server.credential.baseUrl(), "secret\nkey");
        SubmitOutcome outcome = server.ark.submit(video(), odd);
        assertNotSent(outcome, ErrorKind.AUTH);
        assertThat(outcome.toString()).doesNotContain("secret\nkey").doesNotContain("secret\\nkey");
        assertThat(server.requests()).isZero();
    }

    private static Made made(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOf(SubmitOutcome.Answered.class);
        return ((Finished.Success) ((SubmitOutcome.Answered) outcome).end()).made();
    }

    private static void assertAmbiguous(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Ambiguous.class,
                unknown -> assertThat(unknown.failure().kind()).isNotNull());
    }

    private static void assertNotSent(SubmitOutcome outcome, ErrorKind kind) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.NotSent.class, notSent -> {
            assertThat(notSent.failure().kind()).isEqualTo(kind);
            assertThat(notSent.exchange().httpStatus()).isZero();
        });
    }

    private SubmitOutcome submit(Order order) {
        return server.ark.submit(order, server.credential);
    }

    private static Order image() {
        return Orders.image(Orders.PROMPT);
    }

    private static Order video() {
        return Orders.video(Orders.PROMPT);
    }

    private static Order mesh() {
        return Orders.mesh(Orders.PROMPT, "https://x.example/a.png");
    }
}
