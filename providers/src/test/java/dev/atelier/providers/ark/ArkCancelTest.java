package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.CancelOutcome.Result;
import dev.atelier.domain.provider.TaskId;

class ArkCancelTest {

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_queued_task_is_canceled() {
        server.answers(200, "{\"status\":\"queued\"}").answers(200, "{}");
        CancelOutcome outcome = cancel();
        assertThat(outcome.result()).isEqualTo(Result.CANCELED);
        assertThat(outcome.exchange().operation()).isEqualTo("cancel");
        assertThat(server.request().getMethod()).isEqualTo("GET");
        assertThat(server.request().getMethod()).isEqualTo("DELETE");
    }

    @Test
    void a_task_that_began_to_run_meanwhile_runs_on() {
        server.answers(200, "{\"status\":\"queued\"}").answers(409, ArkServer.error("TaskRunningCannotCancel"));
        assertThat(cancel().result()).isEqualTo(Result.REFUSED);
    }

    @Test
    void a_running_task_runs_on_and_is_not_put_at_risk() {
        server.answers(200, "{\"status\":\"running\"}");
        assertThat(cancel().result()).isEqualTo(Result.REFUSED);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "failed", "expired", "cancelled", "archiving", "QUEUED", ""})
    void what_has_ended_or_is_not_understood_is_never_deleted(String status) {
        server.answers(200, "{\"status\":\"" + status + "\"}");
        assertThat(cancel().result()).isEqualTo(Result.UNKNOWN);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404,''", "500,''", "200,garbage", "200,{}", "401,''"})
    void a_task_that_cannot_be_looked_at_is_not_deleted(int status, String body) {
        server.answers(status, body);
        assertThat(cancel().result()).isEqualTo(Result.UNKNOWN);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 429, 500, 503})
    void a_cancel_is_tried_once_and_otherwise_unknown(int status) {
        server.answers(200, "{\"status\":\"queued\"}").answers(status, "", "Retry-After", "0");
        assertThat(cancel().result()).isEqualTo(Result.UNKNOWN);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void an_id_cannot_lead_to_another_address() {
        server.answers(200, "{\"status\":\"running\"}");
        server.ark.cancel(new TaskId("../x?y=/z"), server.credential);
        assertThat(server.request().getUrl().pathSegments()).containsExactly("api", "v3", "contents", "generations",
                "tasks", "../x?y=/z");
    }

    private CancelOutcome cancel() {
        return server.ark.cancel(new TaskId("cgt-1"), server.credential);
    }
}
