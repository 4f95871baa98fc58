package dev.atelier.db.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.db.job.JobChange;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobStatus;

abstract class WebhooksContract extends DbContract {

    private static final String URL = "https://studio.example/hooks/atelier?token=" + "x".repeat(1_900);
    private static final String IMAGE = "ark/seedream-4.5";
    private static final Duration QUICK = Duration.ofMillis(120);

    private final String org = Ids.next();
    private PostedJobs jobs;

    @BeforeAll
    void catalogue() {
        jobs = new PostedJobs(db, org);
    }

    @BeforeEach
    void nothingDue() {
        db.sql().sql("delete from webhook_deliveries").update();
    }

    private DeliveringWebhooks delivering() {
        return db.get(DeliveringWebhooks.class);
    }

    private List<Delivery> due() {
        return delivering().due(AllOrganisations.forLoopsSchedulesAndAdmin(), 10);
    }

    private void cancel(String job) {
        db.get(DecidingJobs.class).decide(org, job, Decision.cancel("me", null, null)).orElseThrow();
    }

    private String statusOf(Delivery delivery) {
        return db.sql().sql("select status from webhook_deliveries where id = ?").param(delivery.id())
                .query(String.class).single();
    }

    @Test
    void the_end_of_a_job_is_told_unless_something_else_was_said() {
        String job = jobs.post(IMAGE, null, URL, null);
        assertThat(due()).isEmpty();
        cancel(job);

        Delivery delivery = due().getFirst();
        assertThat(delivery.eventType()).isEqualTo("job.canceled");
        assertThat(delivery.url()).isEqualTo(URL);
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(due()).hasSize(1);
    }

    @Test
    void only_what_is_wanted_is_told() {
        String job = jobs.post(IMAGE, null, URL, List.of("job.created"));
        assertThat(due()).extracting(Delivery::eventType).containsExactly("job.created");
        cancel(job);
        assertThat(due()).hasSize(1);

        cancel(jobs.post(IMAGE, null, null, List.of()));
        assertThat(due()).hasSize(1);
    }

    @Test
    void the_body_is_the_standard_envelope_with_ids_and_no_prompt() {
        String job = jobs.post(IMAGE, null, URL, null);
        cancel(job);
        Delivery delivery = due().getFirst();
        Map<String, Object> body = Json.read(delivery.payload(), new TypeReference<>() {
        });

        assertThat(body).containsOnlyKeys("type", "timestamp", "data").containsEntry("type", "job.canceled");
        assertThat(body.get("data").toString()).contains(job).contains("canceled").contains("request-1");
        assertThat(delivery.payload()).doesNotContain("kite").doesNotContain("风筝").hasSizeLessThan(20_000);
    }

    @Test
    void a_success_names_its_assets() {
        String job = jobs.post(IMAGE, null, URL, null);
        db.sql().sql("update generation_jobs set status = 'succeeded' where id = ?").param(job).update();
        String asset = Ids.next();
        db.sql().sql("""
                insert into assets (id, org_id, job_id, role, kind, storage_provider, storage_bucket, storage_key,
                                    mime_type, size_bytes, sha256)
                values (?, ?, ?, 'main', 'image', 'file', 'objects', ?, 'image/png', 12, 'abc')
                """).param(asset).param(org).param(job).param("k/" + asset).update();
        JobChange change = new JobChange(org, job, "job.succeeded", JobStatus.RUNNING, JobStatus.SUCCEEDED,
                db.clock().instant());
        db.get(Transactions.class).run(() -> db.get(QueueingWebhooks.class).changed(change));

        assertThat(due().getFirst().payload()).contains(asset).contains("\"status\":\"succeeded\"");
    }

    @Test
    void each_try_bears_a_fresh_signature_of_the_organisations_secret() {
        cancel(jobs.post(IMAGE, null, URL, null));
        Delivery delivery = due().getFirst();
        Map<String, String> headers = delivering().headers(delivery);
        String secret = db.get(WebhookSecrets.class).of(org);

        assertThat(secret).startsWith("whsec_").isNotEqualTo(db.get(WebhookSecrets.class).of(Ids.next()));
        assertThat(headers).containsEntry("webhook-id", delivery.eventId());
        assertThat(headers.get("webhook-signature")).isEqualTo(WebhookSignature.sign(secret, delivery.eventId(),
                Long.parseLong(headers.get("webhook-timestamp")), delivery.payload()));
    }

    @Test
    void what_was_delivered_is_not_sent_again() {
        cancel(jobs.post(IMAGE, null, URL, null));
        Delivery delivery = due().getFirst();

        assertThat(delivering().recorded(delivery.id(), 204, null, QUICK))
                .isEqualTo(DeliveringWebhooks.Came.DELIVERED);
        assertThat(delivering().recorded(delivery.id(), 500, "late", QUICK)).isEqualTo(DeliveringWebhooks.Came.KNOWN);
        assertThat(due()).isEmpty();
        assertThat(statusOf(delivery)).isEqualTo("delivered");
    }

    @Test
    void a_failed_try_is_followed_by_another_of_the_same_event_until_the_schedule_ends() {
        cancel(jobs.post(IMAGE, null, URL, null));
        Delivery first = due().getFirst();
        Delivery each = first;
        for (Duration wait : WebhookSchedule.STANDARD.waits().subList(1, 10)) {
            assertThat(delivering().recorded(each.id(), null, "no answer", QUICK))
                    .isEqualTo(DeliveringWebhooks.Came.AGAIN);
            db.clock().advance(wait.minusSeconds(1));
            assertThat(due()).isEmpty();
            db.clock().advance(Duration.ofSeconds(1));
            assertThat(statusOf(each)).isEqualTo("failed");
            each = due().getFirst();
            assertThat(each.eventId()).isEqualTo(first.eventId());
            assertThat(each.payload()).isEqualTo(first.payload());
        }
        assertThat(each.attempt()).isEqualTo(10);
        assertThat(delivering().recorded(each.id(), 503, "busy", QUICK)).isEqualTo(DeliveringWebhooks.Came.ABANDONED);
        db.clock().advance(Duration.ofDays(30));
        assertThat(due()).isEmpty();
    }

    @Test
    void a_receiver_that_is_gone_is_left_alone() {
        cancel(jobs.post(IMAGE, null, URL, null));
        Delivery delivery = due().getFirst();

        assertThat(delivering().recorded(delivery.id(), 410, "gone", QUICK))
                .isEqualTo(DeliveringWebhooks.Came.ABANDONED);
        db.clock().advance(Duration.ofDays(30));
        assertThat(due()).isEmpty();
        assertThat(statusOf(delivery)).isEqualTo("abandoned");
    }
}
