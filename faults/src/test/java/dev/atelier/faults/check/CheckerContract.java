package dev.atelier.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.domain.account.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One fault planted by hand in a house that is well: the checker reports exactly that one. */
abstract class CheckerContract {
    private static final String IMAGE = "ark/seedream-4.5";
    private static final byte[] BYTES = "a picture".getBytes();

    @TempDir
    Path storage;

    private DbContext db;
    private Books books;
    private PostedJobs posted;
    private String org;
    private String job;
    private String submission;
    private String account;
    private String asset;

    abstract TestDatabase database();

    /** Where a constraint forbids the fault it is taken away first. */
    abstract String dropping(String table, String constraint);

    @BeforeEach
    void a_house_that_is_well() throws Exception {
        db = new DbContext(database());
        books = Books.open(db.database().url(), db.database().user(), db.database().password());
        org = Ids.next();
        posted = new PostedJobs(db, org);
        account = ((AccountAnswer.Done) db.get(ManagingAccounts.class).create(new NewAccount("ark", "studio",
                "the secret of studio", Site.CN, null, null, 0, null, Map.of(), null, null, null, "test"))).account()
                .id();
        job = ended("https://example.com/hook");
        submission = made(job, 1);
        asset = kept(job, "one.png");
        run("update jimeng_accounts set image_count = 1 where id = '" + account + "'");
        run("update webhook_deliveries set status = 'delivered', next_try_at = null, tried_at = current_timestamp");
        run("""
                insert into webhook_deliveries (id, org_id, job_id, event_id, event_type, url, url_hash, payload, attempt,
                 status, created_at, tried_at) values ('%s', '%s', '%s', 'evt_1', 'job.succeeded',
                 'https://example.com/hook', '%s', '{}', 1, 'delivered', current_timestamp, current_timestamp)
                """.formatted(Ids.next(), org, job, "0".repeat(64)));
        assertThat(verdict().broken()).as(verdict().toString()).isEmpty();
    }

    @AfterEach
    void close() {
        books.close();
        db.close();
    }

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
        only("I3", account, judged(new Evidence(books, storage, List.of(), null, null, Map.of(), List.of(), List.of(),
                Instant.now(), false)));
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

    private String ended(String webhook) {
        String id = posted.post(IMAGE, null, webhook, null);
        run("update generation_jobs set status = 'succeeded', tell_at = null, completed_at = current_timestamp"
                + " where id = '" + id + "'");
        return id;
    }

    private String made(String ofJob, int attempt) {
        String id = Ids.next();
        run("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag, state,
                 account_id, billed, counted, sent_at, created_at, updated_at)
                values ('%s', '%s', %d, '%s', 'ark', 'ark/seedream-4.5', 'image', 5, 0, 'made', '%s', 'yes', true,
                 current_timestamp, current_timestamp, current_timestamp)
                """.formatted(id, ofJob, attempt, org, account));
        return id;
    }

    private String kept(String ofJob, String key) {
        String id = Ids.next();
        try {
            Files.write(Files.createDirectories(storage.resolve("objects")).resolve(key), BYTES);
            run("""
                    insert into assets (id, org_id, job_id, role, kind, storage_provider, storage_bucket, storage_key,
                     sha256, size_bytes, metadata) values ('%s', '%s', '%s', 'main', 'image', 'file', 'b', '%s', '%s', %d, '{}')
                    """.formatted(id, org, ofJob, key,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES)), BYTES.length));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private String jobOf(String submissionId) {
        return db.sql().sql("select job_id from submissions where id = '" + submissionId + "'").query(String.class)
                .single();
    }

    private JsonNode submit(String task) {
        return JsonMapper.shared().createObjectNode().put("operation", "submit").put("outcome", "accepted")
                .put("prompt", "红色风筝 a red kite").put("task_id", task);
    }

    private static Histories told(List<String> running, String history) {
        return new Histories() {
            @Override
            public List<String> running() {
                return running;
            }

            @Override
            public void each(BiConsumer<String, String> reader) {
                reader.accept("image-1", history);
            }
        };
    }

    private Evidence evidence() {
        return Evidence.of(books, Instant.now(), true).storage(storage);
    }

    private Verdict verdict() {
        return judged(evidence());
    }

    private static Verdict judged(Evidence evidence) {
        return Checker.judge(evidence);
    }

    private void exactly(String invariant, String where) {
        only(invariant, where, verdict());
    }

    private static void only(String invariant, String where, Verdict verdict) {
        assertThat(verdict.broken()).as(verdict.toString()).containsExactly(invariant);
        assertThat(verdict.of(invariant)).hasSize(1);
        assertThat(verdict.of(invariant).getFirst().toString()).contains(where);
    }

    private void run(String statement) {
        db.sql().sql(statement).update();
    }
}
