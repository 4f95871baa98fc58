package dev.atelier.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.audit.VerifyingAudit;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.domain.account.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house that is well: an organisation with one job that ended, paid, kept and told. Faults are planted in it. */
abstract class WellHouse {
    private static final String IMAGE = "ark/seedream-4.5";
    static final byte[] BYTES = "a picture".getBytes();

    @TempDir
    Path storage;

    private DbContext db;
    private Books books;
    private PostedJobs posted;
    String org;
    String job;
    String submission;
    String account;
    String asset;

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

    String ended(String webhook) {
        String id = posted.post(IMAGE, null, webhook, null);
        run("update generation_jobs set status = 'succeeded', tell_at = null, completed_at = current_timestamp"
                + " where id = '" + id + "'");
        return id;
    }

    String made(String ofJob, int attempt) {
        String id = Ids.next();
        run("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag, state,
                 account_id, billed, counted, sent_at, created_at, updated_at)
                values ('%s', '%s', %d, '%s', 'ark', 'ark/seedream-4.5', 'image', 5, 0, 'made', '%s', 'yes', true,
                 current_timestamp, current_timestamp, current_timestamp)
                """.formatted(id, ofJob, attempt, org, account));
        return id;
    }

    String kept(String ofJob, String key) {
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

    String jobOf(String submissionId) {
        return db.sql().sql("select job_id from submissions where id = '" + submissionId + "'").query(String.class)
                .single();
    }

    JsonNode submit(String task) {
        return JsonMapper.shared().createObjectNode().put("operation", "submit").put("outcome", "accepted")
                .put("prompt", "红色风筝 a red kite").put("task_id", task);
    }

    static Histories told(List<String> running, String history) {
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

    Evidence evidence() {
        return Evidence.of(books, Instant.now(), true).storage(storage);
    }

    Evidence notAtRest() {
        return Evidence.of(books, Instant.now(), false).storage(storage);
    }

    Verdict verdict() {
        return judged(evidence());
    }

    static Verdict judged(Evidence evidence) {
        return Checker.judge(evidence);
    }

    void exactly(String invariant, String where) {
        only(invariant, where, verdict());
    }

    static void only(String invariant, String where, Verdict verdict) {
        assertThat(verdict.broken()).as(verdict.toString()).containsExactly(invariant);
        assertThat(verdict.of(invariant)).hasSize(1);
        assertThat(verdict.of(invariant).getFirst().toString()).contains(where);
    }

    List<String> brokenChains() {
        return db.get(VerifyingAudit.class).all().stream().filter(each -> !each.whole())
                .map(each -> each.orgId() + " " + each.broken()).toList();
    }

    void run(String statement) {
        db.sql().sql(statement).update();
    }
}
