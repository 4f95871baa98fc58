package dev.atelier.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;
import dev.atelier.api.testing.Works;
import tools.jackson.databind.JsonNode;

class ReadingAndDecidingTest extends HttpTest {
    @Autowired
    private Works works;

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("data").valueStream().map(job -> job.get("id").asString()).toList();
    }

    @Test
    void a_list_is_read_page_by_page_newest_first() {
        String first = posted("a");
        String second = posted("b");
        String third = posted("c");
        Reply page = get("/v1/jobs?limit=2");
        assertThat(ids(page)).containsExactly(third, second);
        assertThat(page.json().get("object").asString()).isEqualTo("list");
        assertThat(page.json().get("url").asString()).isEqualTo("/v1/jobs");
        assertThat(page.json().get("has_more").asBoolean()).isTrue();
        assertThat(ids(get("/v1/jobs?limit=1&starting_after=" + second))).containsExactly(first);
    }

    @Test
    void a_list_can_be_narrowed() {
        String ended = posted("ended");
        works.end(ended, "succeeded");
        String open = posted("open");
        assertThat(ids(get("/v1/jobs?status=succeeded&kind=image"))).contains(ended).doesNotContain(open);
        assertThat(ids(get("/v1/jobs?kind=video"))).doesNotContain(open);
        assertThat(ids(get("/v1/jobs?model=ark/seedream-4.5"))).contains(open);
        assertThat(ids(get("/v1/jobs?created_after=2099-01-01T00:00:00Z"))).isEmpty();
        assertThat(ids(get("/v1/jobs?created_before=2099-01-01T08:00:00%2B08:00"))).contains(open);
    }

    @Test
    void what_belongs_to_another_is_not_there() {
        String id = posted("mine");
        String other = "Bearer " + Tenants.OTHER_KEY;
        assertThat(get("/v1/jobs/" + id, "Authorization", other).status()).isEqualTo(404);
        assertThat(get("/v1/jobs/" + id + "/submissions", "Authorization", other).status()).isEqualTo(404);
        assertThat(get("/v1/jobs/" + id + "/events", "Authorization", other).status()).isEqualTo(404);
        assertThat(post("/v1/jobs/" + id + "/cancel", "{}", "Authorization", other).status()).isEqualTo(404);
        assertThat(get("/v1/jobs?starting_after=" + id, "Authorization", other).status()).isEqualTo(400);
        assertThat(ids(get("/v1/jobs?limit=100", "Authorization", other))).doesNotContain(id);
    }

    @Test
    void a_canceled_job_ends_once_and_can_be_done_again() {
        String id = posted("cancel me");
        Reply canceled = post("/v1/jobs/" + id + "/cancel", "{\"reason\":\"test\"}");
        assertThat(canceled.status()).as(canceled.toString()).isEqualTo(202);
        works.end(id, "canceled");
        Reply again = post("/v1/jobs/" + id + "/cancel", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("job_not_cancelable");
        assertThat(again.json().get("detail").asString()).contains("canceled");
        Reply retried = post("/v1/jobs/" + id + "/retry", "{}");
        assertThat(retried.status()).as(retried.toString()).isEqualTo(202);
        assertThat(retried.json().get("retry_of_job_id").asString()).isEqualTo(id);
        assertThat(retried.json().get("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void what_does_not_apply_is_a_conflict() {
        String id = posted("x");
        assertThat(post("/v1/jobs/" + id + "/retry", "{}").code()).isEqualTo("job_not_retryable");
        assertThat(post("/v1/jobs/" + id + "/adopt", "{\"remote_task_id\":\"t\"}").code())
                .isEqualTo("job_not_adoptable");
        assertThat(post("/v1/jobs/" + id + "/adopt", "{}").status()).isEqualTo(422);
        assertThat(post("/v1/jobs/" + id + "/cancel", "{\"why\":\"x\"}").code()).isEqualTo("unknown_field");
    }

    @Test
    void the_ledger_of_a_new_job_is_empty() {
        JsonNode ledger = get("/v1/jobs/" + posted("x") + "/submissions").json();
        assertThat(ledger.get("data").isEmpty()).isTrue();
        assertThat(ledger.get("object").asString()).isEqualTo("list");
    }

    @Test
    void events_tell_each_state_once_and_end_with_the_job() throws Exception {
        String id = posted("watched");
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(700);
                works.run(id);
                Thread.sleep(700);
                works.end(id, "succeeded");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        Reply stream = get("/v1/jobs/" + id + "/events", "Accept", "text/event-stream");
        worker.join();
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        String text = new String(stream.response().body(), StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.startsWith("event:"))).containsExactly("event: job.pending",
                "event: job.running", "event: job.succeeded");
        String last = text.lines().filter(line -> line.startsWith("id:")).reduce((a, b) -> b).orElseThrow()
                .substring(4);
        Reply resumed = get("/v1/jobs/" + id + "/events", "Last-Event-ID", last);
        assertThat(new String(resumed.response().body(), StandardCharsets.UTF_8)).doesNotContain("event:");
    }
}
