package dev.atelier.providers.fal;

import static dev.atelier.providers.testing.ToldServer.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import mockwebserver3.RecordedRequest;

class FalTest {

    private static final TaskId TASK = new TaskId("fal-ai/flux/requests/r-1");

    private final ToldServer server = new ToldServer();
    private final Fal fal = new Fal(new Wire(Clock.systemUTC()), Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_request_is_known_by_its_app_whose_sub_path_is_dropped() {
        server.answers(200, "{\"request_id\":\"r-1\",\"status_url\":\"https://evil.example/\"}");
        assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Accepted.class,
                accepted -> assertThat(accepted.task()).isEqualTo(TASK));
        RecordedRequest request = server.request();
        assertThat(request.getTarget()).isEqualTo("/api/fal-ai/flux/dev");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Key " + ToldServer.KEY);
    }

    @ParameterizedTest
    @CsvSource({"fal-ai/flux,fal-ai/flux", "fal-ai/hyper3d/rodin/v2,fal-ai/hyper3d",
            "workflows/me/mine/x,workflows/me/mine",
            "alone,alone"})
    void the_app_is_the_beginning_of_a_models_address(String model, String app) {
        assertThat(Fal.app(model)).isEqualTo(app);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            401 | {"detail":"No user found for Key ID and Secret"}                             | AUTH
            402 | {"detail":"payment required"}                                                | QUOTA
            403 | {"detail":"User is locked. Reason: Exhausted balance."}                      | QUOTA
            403 | {"detail":"this key may not"}                                                | NOT_ENTITLED
            404 | {"detail":"Application 'x' not found"}                                       | NOT_ENTITLED
            413 | {"detail":"too large"}                                                       | PAYLOAD_TOO_LARGE
            422 | {"detail":[{"loc":["body","prompt"],"msg":"field required","type":"missing"}]} | BAD_REQUEST
            422 | {"detail":[{"loc":["body","prompt"],"msg":"no","type":"content_policy_violation"}]} | CONTENT_INPUT
            429 | {"detail":"Too many requests"}                                               | RATE_LIMIT
            429 | {"detail":"Reached concurrent requests limit"}                               | CONCURRENCY
            """, delimiter = '|')
    void a_documented_refusal_is_not_sent(int status, String body, ErrorKind kind) {
        server.answers(status, body);
        assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            500 | {"detail":"broke"}
            503 | {"detail":"nginx"}
            200 | {}
            200 | {"request_id":"../../other"}
            200 | no json
            409 | {"detail":"?"}
            403 | a proxy
            """, delimiter = '|')
    void anything_else_is_ambiguous_and_sent_once(int status, String body) {
        server.answers(status, body);
        assertThat(submit()).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_complete_request_is_a_success_only_by_its_result() {
        server.answers(200, "{\"status\":\"COMPLETED\"}").answers(200,
                "{\"images\":[{\"url\":\"https://x.example/1.png\"}]}", "x-fal-billable-units", "1.5");
        assertThat(look()).isInstanceOfSatisfying(Sighting.Ended.class,
                ended -> assertThat(((Finished.Success) ended.end()).made().units())
                        .containsEntry("file", BigDecimal.ONE).containsEntry("unit", new BigDecimal("1.5")));
    }

    @ParameterizedTest
    @CsvSource({"422,content_policy_violation,CONTENT_INPUT", "422,no_media_generated,CONTENT_OUTPUT",
            "500,internal_server_error,GENERATION_FAILED", "504,generation_timeout,GENERATION_FAILED",
            "400,downstream_service_error,GENERATION_FAILED", "504,request_timeout,TASK_EXPIRED",
            "504,startup_timeout,TASK_EXPIRED", "422,image_too_small,BAD_REQUEST",
            "422,file_too_large,PAYLOAD_TOO_LARGE",
            "422,int_parsing,BAD_REQUEST", "422,string_type,BAD_REQUEST", "503,runner_disconnected,GENERATION_FAILED",
            "499,client_cancelled,TASK_CANCELED", "500,never_heard_of,GENERATION_FAILED"})
    void a_failure_is_seen_at_the_result(int status, String type, ErrorKind kind) {
        server.answers(200, "{\"status\":\"COMPLETED\"}").answers(status,
                "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"said\",\"type\":\"" + type + "\"}]}");
        assertThat(((Finished.Failed) ((Sighting.Ended) look()).end()).failure().kind()).isEqualTo(kind);
    }

    @Test
    void a_result_that_is_refused_for_another_reason_is_asked_for_again() {
        server.answers(200, "{\"status\":\"COMPLETED\"}").answers(401, "{\"detail\":\"no\"}")
                .answers(200, "{\"status\":\"COMPLETED\"}").answers(502, "<html>");
        assertThat(look()).isInstanceOf(Sighting.Unreadable.class);
        assertThat(look()).isInstanceOf(Sighting.Unreadable.class);
    }

    @Test
    void any_other_status_is_work_and_one_that_is_unknown_there_was_not_seen() {
        server.answers(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":4}")
                .answers(202, "{\"status\":\"IN_PROGRESS\",\"logs\":null}").answers(200, "{\"status\":\"DREAMING\"}")
                .answers(404, "{\"detail\":\"not found\"}");
        assertThat(look()).isEqualTo(new Sighting.Working("IN_QUEUE", null, Duration.ofSeconds(4)));
        assertThat(look()).isEqualTo(new Sighting.Working("IN_PROGRESS", null, null));
        assertThat(look()).isEqualTo(new Sighting.Working("DREAMING", null, null));
        assertThat(look()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 400})
    void a_cancel_is_a_wish(int status) {
        server.answers(status, "{\"status\":\"CANCELLATION_REQUESTED\"}");
        assertThat(fal.cancel(TASK, server.account()).result())
                .isEqualTo(status == 400 ? CancelOutcome.Result.REFUSED : CancelOutcome.Result.UNKNOWN);
        assertThat(server.request().getMethod()).isEqualTo("PUT");
    }

    private SubmitOutcome submit() {
        Order order = order(Kind.IMAGE, "fal-ai/flux/dev", Map.of("fields", Map.of("prompt", "prompt")));
        return fal.submit(order, server.account());
    }

    private Sighting look() {
        return fal.look(Set.of(TASK), server.account()).get(TASK);
    }
}
