package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.db.job.JobChange;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobStatus;

abstract class StoryboardsContract extends DbContract {

    private static final String IMAGE = "ark/seedream-4.5";
    private static final String VIDEO = "ark/seedance-1.5-pro";

    private final String org = Ids.next();
    private PostedJobs jobs;

    @BeforeAll
    void catalogue() {
        jobs = new PostedJobs(db, org);
    }

    private static NewJob.Storyboard storyboard(String id) {
        return new NewJob.Storyboard("p1", "红楼", "w1", id);
    }

    private Map<String, Object> record(String kind, String job) {
        return db.sql().sql("select * from jimeng_" + kind + "_generation_records where id = ?").param(job).query()
                .singleRow();
    }

    private int number(String column, String kind, String job) {
        return ((Number) record(kind, job).get(column)).intValue();
    }

    private int live(String storyboard) {
        return db.sql().sql("""
                select count(*) from jimeng_image_generation_records where storyboard_id = ? and live_key is not null
                """).param(storyboard).query(Integer.class).single();
    }

    private void changed(String job, JobStatus from, JobStatus to) {
        JobChange change = new JobChange(org, job, "job." + to.word(), from, to, db.clock().instant());
        db.get(Transactions.class).run(() -> db.get(RecordingStoryboards.class).changed(change));
    }

    private void set(String job, String assignments, Object... values) {
        db.sql().sql("update generation_jobs set " + assignments + " where id = ?").params(List.of(values)).param(job)
                .update();
    }

    private String account(String secret, Site site) {
        var answer = db.get(ManagingAccounts.class).create(new NewAccount("ark", secret, secret, site, null, null, null,
                null, null, null, null, null, null));
        return ((AccountAnswer.Done) answer).account().id();
    }

    private void submission(String job, int attempt, String account, String task) {
        Object now = db.get(Dialect.class).instant(db.clock().instant());
        db.sql().sql("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag,
                                         state, account_id, remote_task_id, created_at, updated_at)
                values (?, ?, ?, ?, 'ark', 'm', 'video', 5, 1, 'failed', ?, ?, ?, ?)
                """).param(Ids.next()).param(job).param(attempt).param(org).param(account).param(task).param(now)
                .param(now).update();
    }

    @Test
    void a_storyboards_job_has_a_record_from_its_first_moment() {
        String job = jobs.post(IMAGE, storyboard("s-first"), "https://studio.example/hook", null);

        assertThat(record("image", job)).containsEntry("project_name", "红楼").containsEntry("work_id", "w1")
                .containsEntry("model", IMAGE).containsEntry("ratio", "1:1").containsEntry("resolution", "2k")
                .containsEntry("callback_url", "https://studio.example/hook");
        assertThat(record("image", job).get("prompt").toString()).contains("风筝");
        assertThat(number("generation_status", "image", job)).isZero();
        assertThat(record("image", job).get("jimeng_accounts_id")).isNull();
    }

    @Test
    void a_job_without_a_storyboard_has_no_record() {
        String job = jobs.post(IMAGE, null, null, null);

        assertThat(db.sql().sql("select count(*) from jimeng_image_generation_records where id = ?").param(job)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void a_later_job_of_the_same_storyboard_takes_its_place_any_number_of_times() {
        List<String> three = IntStream.range(0, 3)
                .mapToObj(each -> jobs.post(IMAGE, storyboard("s-again"), null, null)).toList();

        assertThat(live("s-again")).isEqualTo(1);
        assertThat(record("image", three.get(2)).get("live_key")).isNotNull();
        assertThat(record("image", three.get(0)).get("live_key")).isNull();
    }

    @Test
    void jobs_of_one_storyboard_at_the_same_moment_leave_one_live_record() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> posts = IntStream.range(0, 12).mapToObj(
                    each -> threads.submit(() -> jobs.post(IMAGE, storyboard("s-race"), null, null))).toList();
            for (Future<String> post : posts) {
                assertThat(post.get()).isNotNull();
            }
        }
        assertThat(live("s-race")).isEqualTo(1);
    }

    @Test
    void another_organisation_has_storyboards_of_its_own() {
        String mine = jobs.post(IMAGE, storyboard("s-shared"), null, null);
        new PostedJobs(db, Ids.next()).post(IMAGE, storyboard("s-shared"), null, null);

        assertThat(record("image", mine).get("live_key")).isNotNull();
        assertThat(live("s-shared")).isEqualTo(2);
    }

    @Test
    void a_success_tells_where_its_pictures_are_and_who_made_them() {
        String job = jobs.post(IMAGE, storyboard("s-made"), null, null);
        String cn = account("session-cn", Site.CN);
        String jp = account("session-jp", Site.JP);
        submission(job, 1, cn, null);
        submission(job, 2, jp, null);
        String asset = Ids.next();
        db.sql().sql("""
                insert into assets (id, org_id, job_id, role, position, kind, storage_provider, storage_bucket,
                                    storage_key)
                values (?, ?, ?, 'main', 0, 'image', 'file', 'objects', ?)
                """).param(asset).param(org).param(job).param("k/" + asset + ".png").update();
        Dialect dialect = db.get(Dialect.class);
        set(job, "status = 'succeeded', started_at = ?, completed_at = ?", dialect.instant(db.clock().instant()),
                dialect.instant(db.clock().instant().plus(Duration.ofSeconds(42))));
        changed(job, JobStatus.RUNNING, JobStatus.SUCCEEDED);

        Map<String, Object> record = record("image", job);
        assertThat(number("generation_status", "image", job)).isEqualTo(2);
        assertThat(number("generation_time", "image", job)).isEqualTo(42);
        assertThat(number("site_used", "image", job)).isEqualTo(3);
        assertThat(number("site_switch_count", "image", job)).isEqualTo(1);
        assertThat(record.get("jimeng_accounts_id")).isEqualTo(jp);
        assertThat(record.get("original_session_id").toString()).hasSize(64).doesNotContain("session-jp");
        assertThat(record.get("image_urls").toString()).contains("/v1/assets/" + asset + "/content");
        assertThat(record.get("image_local_paths").toString()).contains("k/" + asset + ".png");
    }

    @Test
    void a_video_keeps_its_remote_task() {
        String job = jobs.post(VIDEO, storyboard("s-film"), null, null);
        assertThat(number("duration", "video", job)).isEqualTo(5);
        submission(job, 1, account("session-film", Site.CN), "cgt-1");
        set(job, "status = 'queued'");
        changed(job, JobStatus.RUNNING, JobStatus.QUEUED);

        assertThat(number("generation_status", "video", job)).as("waits for another go").isEqualTo(4);
        assertThat(record("video", job).get("remote_task_id")).isEqualTo("cgt-1");
    }

    @Test
    void a_failure_is_told_with_its_code_also_in_history() {
        String job = jobs.post(IMAGE, storyboard("s-fail"), null, null);
        jobs.post(IMAGE, storyboard("s-fail"), null, null);
        set(job, "status = 'failed', error_code = ?, error_message = ?", "CONTENT_REJECTED", "no");
        changed(job, JobStatus.RUNNING, JobStatus.FAILED);

        assertThat(number("generation_status", "image", job)).isEqualTo(3);
        assertThat(record("image", job)).containsEntry("error_code", "CONTENT_REJECTED");
        assertThat(live("s-fail")).isEqualTo(1);
    }

    @Test
    void a_canceled_job_has_a_code_of_its_own() {
        String job = jobs.post(IMAGE, storyboard("s-cancel"), null, null);
        db.get(DecidingJobs.class).decide(org, job, Decision.cancel("me", null, null)).orElseThrow();

        assertThat(number("generation_status", "image", job)).isEqualTo(5);
    }

    @Test
    void separators_in_the_callers_ids_confuse_nothing() {
        String one = jobs.post(IMAGE, new NewJob.Storyboard("a|b", "n", "w", "c"), null, null);
        String two = jobs.post(IMAGE, new NewJob.Storyboard("a", "n", "w", "b|c"), null, null);

        assertThat(record("image", one).get("live_key")).isNotNull();
        assertThat(record("image", two).get("live_key")).isNotNull();
    }
}
