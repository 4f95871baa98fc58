package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.DbContract;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

/** Jobs on a real database, walked by hand: what the workflow would ask, and what a provider would answer. */
abstract class JobContract extends DbContract {

    static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    static final String IMAGE = "ark/seedream-4.5";
    static final String VIDEO = "ark/seedance-1.5-pro";
    static final Exchange EXCHANGE = new Exchange("submit", DbContext.START, DbContext.START, 200, "{}", "{}", "r-1",
            null);

    final String org = Ids.next();

    @BeforeAll
    void loadCatalogue() throws IOException {
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/atelier/catalogue/ark.yaml")) {
            db.get(Catalogue.class).load(yaml);
        }
    }

    @BeforeEach
    void clean() {
        for (String table : List.of("submissions", "jimeng_accounts", "generation_jobs", "provider_requests",
                "job_events", "idempotency_keys")) {
            db.sql().sql("delete from " + table).update();
        }
        db.clock().set(DbContext.START);
        db.bell().forget();
    }

    String account(String secret, int slots, int priority) {
        NewAccount.Plan plan = new NewAccount.Plan(slots, null);
        var answer = db.get(ManagingAccounts.class).create(new NewAccount("ark", secret, secret, Site.CN, null, null,
                priority, null, Map.of(Medium.IMAGE, plan, Medium.VIDEO, plan, Medium.MESH, plan), null, null, null,
                "test"));
        return ((AccountAnswer.Done) answer).account().id();
    }

    JobRef post(String model) {
        return post(model, org, 5);
    }

    JobRef post(String model, String organisation, int priority) {
        Model found = db.get(Catalogue.class).find(model).orElseThrow();
        Posted posted = db.get(PostingJobs.class).post(new NewJob(organisation, Ids.next(), "req-1", found,
                new Input("a fox", null, List.of(), null, null, null, null, null, "url"), null, priority, null, null,
                Map.of("a", "b"), now().plus(Duration.ofHours(24)), null, null));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), organisation, job.kind(), job.provider());
    }

    Next open(JobRef job) {
        return db.get(DecidingNext.class).next(job, Decision.NONE);
    }

    Next look(JobRef job, Decision decision) {
        return db.get(DecidingNext.class).next(job, decision);
    }

    AttemptRef granted(JobRef job) {
        return ((Next.Submit) open(job)).attempt();
    }

    AttemptRef sending(JobRef job) {
        AttemptRef attempt = granted(job);
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w1")).isPresent();
        return attempt;
    }

    AttemptRef sent(JobRef job, String task) {
        AttemptRef attempt = sending(job);
        record(attempt, new SubmitOutcome.Accepted(new TaskId(task), EXCHANGE));
        return attempt;
    }

    Next record(AttemptRef attempt, SubmitOutcome outcome) {
        return db.get(RecordingSubmits.class).record(attempt, outcome);
    }

    static SubmitOutcome answered() {
        return new SubmitOutcome.Answered(success("image"), EXCHANGE);
    }

    static Finished success(String unit) {
        return new Finished.Success(
                new Made(List.of(ResultFile.main("https://example.org/a.png")), Map.of(unit, BigDecimal.ONE)));
    }

    static SubmitOutcome notSent(ErrorKind kind) {
        return new SubmitOutcome.NotSent(Failure.of(kind, "Code", "refused"), EXCHANGE);
    }

    static SubmitOutcome ambiguous() {
        return new SubmitOutcome.Ambiguous(Failure.of(ErrorKind.TIMEOUT, "no answer"), EXCHANGE);
    }

    SubmissionRow row(AttemptRef attempt) {
        return db.get(Ledger.class).byId(attempt.submissionId()).orElseThrow();
    }

    JobView view(JobRef job) {
        return db.get(ReadingJobs.class).find(job.orgId(), job.jobId()).orElseThrow();
    }

    Instant now() {
        return db.clock().instant();
    }

    int count(String accountId, String medium) {
        return db.sql().sql("select " + medium + "_count from jimeng_accounts where id = :id").param("id", accountId)
                .query(Integer.class).single();
    }

    int submissions(JobRef job) {
        return db.get(ReadingJobs.class).submissions(job.orgId(), job.jobId()).size();
    }
}
