package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.Samples;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.db.tenant.Projects;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

/** A conversion's outputs, as the rows lead from one to the next. */
abstract class ConvertingContract extends JobContract {

    private static final Outputs.Output ANALYSIS = new Outputs.Output("analyze", "{}", null);

    @Test
    void an_output_made_twice_counts_once_and_equal_work_finds_it() {
        JobRef job = convert(ANALYSIS, new Outputs.Output("convert", "{\"format\":\"usdz\"}", 0));
        Next.Convert first = (Next.Convert) open(job);
        assertThat(open(job)).isEqualTo(first);

        Next next = made(first);
        assertThat(next).isInstanceOf(Next.Ended.class);
        assertThat(made(first)).isEqualTo(next);
        assertThat(outputs().ofJob(org, job.jobId())).extracting(Conversion::status, Conversion::errorCode)
                .containsExactly(tuple("succeeded", null),
                        tuple("failed", "SOURCE_FAILED"));
        assertThat(view(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(outputs().equal(first.output(), "a hash")).map(Conversion::id).contains(first.output().outputId());
    }

    @Test
    void a_canceled_conversion_leaves_no_output_open_and_a_late_one_changes_nothing() {
        JobRef job = convert(ANALYSIS, ANALYSIS);
        Next.Convert first = (Next.Convert) open(job);
        assertThat(look(job, Decision.cancel("somebody", null, null))).isInstanceOf(Next.Ended.class);
        assertThat(made(first)).isInstanceOf(Next.Ended.class);
        assertThat(outputs().ofJob(org, job.jobId())).extracting(Conversion::status).containsOnly("canceled");
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void the_end_of_a_conversion_is_told_to_its_webhook_once_and_its_order_is_on_record() {
        db.sql().sql("delete from conversions").update();
        JobView job = ((Posted.New) db.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req-1", null, null,
                null, 5, "https://hooks.example/x", null, Map.of(), now().plus(Duration.ofHours(24)), null, null,
                new Outputs(null, "{}", List.of(ANALYSIS))))).job();
        Next.Convert only = (Next.Convert) open(new JobRef(job.id(), org, job.kind(), job.provider()));
        made(only);
        made(only);
        assertThat(db.sql().sql("select event_type from webhook_deliveries where job_id = ?").param(job.id())
                .query(String.class).list()).containsExactly("job.succeeded");
        assertThat(db.sql().sql("select action from audit_logs where subject_id = ?").param(job.id())
                .query(String.class).list()).containsExactly("job.create");
        assertThat(db.sql().sql("select type from job_events where job_id = ? order by id").param(job.id())
                .query(String.class).list()).containsExactly("job.created", "job.running", "job.succeeded");
    }

    @Test
    void what_a_project_wants_of_each_finished_model_is_asked_for_in_the_commit_that_finishes_it() throws IOException {
        String project = project("preview", "lods", "usdz");
        JobRef mesh = model(project);
        JobRef automatic = automatic(mesh).orElseThrow();

        JobView job = view(automatic);
        assertThat(job.automaticOfJobId()).isEqualTo(mesh.jobId());
        assertThat(job.projectId()).isEqualTo(project);
        assertThat(job.metadata()).isEqualTo(view(mesh).metadata());
        assertThat(db.bell().rung()).as("its workflow is started").anyMatch(
                tell -> tell.job().jobId().equals(automatic.jobId()));
        List<Conversion> outputs = outputs().ofJob(tenant(), automatic.jobId());
        assertThat(outputs).extracting(Conversion::operation, Conversion::dependsOn).containsExactly(
                tuple("render_preview", null), tuple("simplify", null), tuple("simplify", 1), tuple("simplify", 2),
                tuple("convert", null));
        assertThat(open(automatic)).isInstanceOf(Next.Convert.class);
        assertThat(db.get(TracingAssets.class).back(tenant(), outputs.getFirst().sourceAssetId())).singleElement()
                .isInstanceOfSatisfying(TracingAssets.Step.Generated.class, made -> {
                    assertThat(made.job().id()).isEqualTo(mesh.jobId());
                    assertThat(made.sent().remoteTaskId()).isEqualTo("task of " + mesh.jobId());
                    assertThat(made.sent().accountFingerprint()).hasSize(16);
                });
    }

    @Test
    void nothing_is_asked_for_where_the_project_wants_nothing_or_a_second_time() throws IOException {
        assertThat(automatic(model(null))).isEmpty();
        assertThat(automatic(model(project()))).isEmpty();

        JobRef mesh = model(project("preview"));
        JobRow ended = db.get(Jobs.class).get(mesh.jobId());
        List<Asset> results = db.get(ReadingAssets.class).ofJob(tenant(), mesh.jobId());
        db.get(Transactions.class).run(() -> db.get(AutomaticConversions.class).after(ended, results));
        assertThat(db.sql().sql("select count(*) from generation_jobs where kind = 'conversion'").query(Integer.class)
                .single()).isOne();
    }

    @Test
    void a_retried_conversion_is_the_persons_and_not_the_policys() throws IOException {
        JobRef automatic = automatic(model(project("usdz"))).orElseThrow();
        look(automatic, Decision.cancel("somebody", null, null));
        JobView again = ((DecidingJobs.Answer.Taken) db.get(DecidingJobs.class)
                .decide(tenant(), automatic.jobId(), Decision.retry("somebody", null, null)).orElseThrow()).job();
        assertThat(again.automaticOfJobId()).isNull();
        assertThat(again.retryOfJobId()).isEqualTo(automatic.jobId());
    }

    private String tenant() {
        return db.get(Organisations.class).ensure("a studio of conversions");
    }

    private String project(String... wanted) {
        String id = db.get(Projects.class).ensure(tenant(), "project of " + Ids.next());
        db.get(ProjectPolicies.class).change(tenant(), id, null, null, List.of(wanted), "key-1");
        return id;
    }

    /** A finished one. */
    private JobRef model(String project) throws IOException {
        if (db.sql().sql("select count(*) from jimeng_accounts").query(Integer.class).single() == 0) {
            account("a", 8, 1);
        }
        JobRef job = post("ark/seed3d-1.0", tenant(), 5);
        db.sql().sql("update generation_jobs set project_id = ? where id = ?").param(project).param(job.jobId())
                .update();
        AttemptRef attempt = sending(job);
        record(attempt, new SubmitOutcome.Accepted(new TaskId("task of " + job.jobId()), EXCHANGE));
        db.get(WatchingTasks.class).ended(row(attempt), new Sighting.Ended("succeeded", success("task"), EXCHANGE));
        KeepingFiles files = db.get(KeepingFiles.class);
        String asset = db.get(KeepingResults.class).toFetch(attempt).orElseThrow().getFirst().assetId();
        db.get(KeepingResults.class).kept(attempt, List.of(new KeepingFiles.Result(asset, "main",
                files.stage(asset, target -> target.write(Samples.glb())))));
        assertThat(view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
        return job;
    }

    private Optional<JobRef> automatic(JobRef mesh) {
        return db.sql().sql("select id from generation_jobs where automatic_of_job_id = ?").param(mesh.jobId())
                .query(String.class).optional().map(id -> {
                    JobView job = db.get(ReadingJobs.class).find(tenant(), id).orElseThrow();
                    return new JobRef(id, tenant(), job.kind(), job.provider());
                });
    }

    private ConvertingOutputs outputs() {
        return db.get(ConvertingOutputs.class);
    }

    private Next made(Next.Convert output) {
        return outputs().made(output.output(),
                new ConvertingOutputs.Made(null, "analyze", "{\"faces\":4}", "embedded", "1",
                        Duration.ofMillis(7), 1024, "a hash"));
    }

    private JobRef convert(Outputs.Output... outputs) {
        db.sql().sql("delete from conversions").update();
        Posted posted = db.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req-1", null, null, null, 5, null,
                null, Map.of(), now().plus(Duration.ofHours(24)), null, null,
                new Outputs(null, "{}", List.of(outputs))));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), org, job.kind(), job.provider());
    }
}
