package dev.atelier.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.db.dialect.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One fault planted by hand in a house that is well: the checker reports exactly that one. */
abstract class CheckerContract extends WellHouse {

    @Test
    void a_job_that_never_ended_breaks_I1() {
        run("update generation_jobs set status = 'running' where id = '" + job + "'");
        exactly("I1", job);
    }

    @Test
    void a_job_that_was_acknowledged_and_is_gone_breaks_I1() {
        String gone = Ids.next();
        only("I1", gone, judged(evidence().acknowledged(Map.of("key", Set.of(gone)))));
    }

    @Test
    void a_second_submission_nobody_asked_for_breaks_I2() {
        String second = made(job, 2);
        run("update jimeng_accounts set image_count = 2 where id = '" + account + "'");
        exactly("I2", second);
    }

    @Test
    void a_paid_task_that_no_row_knows_breaks_I2() {
        List<JsonNode> journal = List.of(submit("img-1"), submit("img-2"));
        only("I2", "img-2", judged(evidence().journal(journal)));
    }

    @Test
    void a_slot_held_twice_breaks_I3() {
        run(dropping("submissions", "submissions_slot"));
        String other = made(ended(null), 1);
        kept(jobOf(other), "two.png");
        run("update jimeng_accounts set image_count = 2 where id = '" + account + "'");
        run("update submissions set held_by = account_id, slot = 0");
        only("I3", account, judged(notAtRest()));
    }

    @Test
    void a_counter_that_forgot_one_breaks_I4() {
        run("update jimeng_accounts set image_count = 0 where id = '" + account + "'");
        exactly("I4", account);
    }

    @Test
    void a_lost_file_breaks_I5() throws IOException {
        Files.delete(storage.resolve("objects/one.png"));
        exactly("I5", asset);
    }

    @Test
    void a_file_with_one_wrong_byte_breaks_I5() throws IOException {
        Files.write(storage.resolve("objects/one.png"), "a pictura".getBytes());
        exactly("I5", asset);
    }

    @Test
    void a_file_that_is_nobodys_breaks_I6() throws IOException {
        Files.write(storage.resolve("objects/two.png"), BYTES);
        exactly("I6", "two.png");
    }

    @Test
    void an_end_that_was_not_told_breaks_I7() {
        run("delete from webhook_deliveries where event_type = 'job.succeeded'");
        exactly("I7", job);
    }

    @Test
    void an_event_with_two_ids_breaks_I7() {
        run("""
                insert into webhook_deliveries (id, org_id, job_id, event_id, event_type, url, url_hash, payload, attempt,
                 status, created_at, tried_at) select '%s', org_id, job_id, 'evt_2', event_type, url, url_hash, payload,
                 attempt, status, created_at, tried_at from webhook_deliveries where event_id = 'evt_1'
                """.formatted(Ids.next()));
        exactly("I7", job);
    }

    @Test
    void a_job_that_the_audit_log_does_not_know_breaks_I8() {
        run("delete from audit_logs where subject_id = '" + job + "'");
        exactly("I8", job);
    }

    @Test
    void an_audit_row_that_somebody_changed_breaks_I8() {
        assertThat(judged(evidence().chains(this::brokenChains)).broken()).isEmpty();
        run("update audit_logs set actor = 'somebody else' where subject_id = '" + job + "'");
        only("I8", org, judged(evidence().chains(this::brokenChains)));
    }

    @Test
    void an_audit_row_that_was_taken_away_breaks_I8() {
        run("delete from audit_logs where subject_id = '" + job + "'");
        Verdict verdict = judged(evidence().chains(this::brokenChains));
        assertThat(verdict.broken()).containsExactly("I8");
        assertThat(verdict.toString()).contains(org).contains("missing");
    }

    @Test
    void a_row_of_another_tenant_breaks_I9() {
        run("update assets set org_id = '" + Ids.next() + "' where id = '" + asset + "'");
        exactly("I9", asset);
    }

    @Test
    void a_slot_held_at_rest_breaks_I10() {
        run("update submissions set held_by = account_id, slot = 0 where id = '" + submission + "'");
        exactly("I10", submission);
    }

    @Test
    void a_temporary_file_left_lying_breaks_I10() throws IOException {
        Files.write(Files.createDirectories(storage.resolve("tmp")).resolve("half.part"), BYTES);
        exactly("I10", "half.part");
    }

    @Test
    void a_workflow_that_runs_on_breaks_I10() {
        only("I10", "image-" + job, judged(evidence().histories(told(List.of("image-" + job), ""))));
    }

    @Test
    void a_secret_in_a_log_breaks_I11_and_is_not_repeated() throws IOException {
        Path log = Files.writeString(storage.resolveSibling("worker.log"), "fine\nsent with canary-7\n");
        Verdict verdict = judged(evidence().logs(List.of(log)).secrets(List.of("canary-7"), List.of()));
        only("I11", "worker.log line 2", verdict);
        assertThat(verdict.toString()).doesNotContain("canary-7");
    }

    @Test
    void a_secret_in_a_plain_column_breaks_I11() {
        run("update submissions set message = 'with canary-7' where id = '" + submission + "'");
        only("I11", submission, judged(evidence().secrets(List.of("canary-7"), List.of())));
    }

    @Test
    void a_prompt_in_a_history_breaks_I11() {
        only("I11", "image-1",
                judged(evidence().histories(told(List.of(), "a red kite")).secrets(List.of(), List.of("red kite"))));
    }

    @Test
    void a_second_job_for_an_idempotency_key_breaks_I12() {
        String row = "insert into idempotency_keys (org_id, api_key_id, method, route, idem_key, fingerprint, job_id,"
                + " created_at) values ('" + org + "', '" + org + "', 'POST', '/v1/jobs', 'once', '" + "0".repeat(64)
                + "', '%s', current_timestamp)";
        String other = made(ended(null), 1);
        kept(jobOf(other), "two.png");
        run("update jimeng_accounts set image_count = 2 where id = '" + account + "'");
        run(dropping("idempotency_keys", "PRIMARY"));
        run(row.formatted(job));
        assertThat(verdict().broken()).isEmpty();
        run(row.formatted(jobOf(other)));
        exactly("I12", "once");
    }

    @Test
    void two_answers_for_one_key_break_I12() {
        String other = made(ended(null), 1);
        kept(jobOf(other), "two.png");
        run("update jimeng_accounts set image_count = 2 where id = '" + account + "'");
        only("I12", "once", judged(evidence().acknowledged(Map.of("once", Set.of(job, jobOf(other))))));
    }
}
