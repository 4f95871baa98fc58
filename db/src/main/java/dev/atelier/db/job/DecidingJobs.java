package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.audit.Auditing;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/**
 * Cancel, retry and adopt from outside. The rows decide at once, also while Temporal is away; the workflow is woken and
 * finds it done. A signal takes the same road from the other end.
 */
@Component
public class DecidingJobs {

    private final Transactions transactions;
    private final ServingTheLine line;
    private final Jobs jobs;
    private final Ledger ledger;
    private final Desk desk;
    private final ConversionDesk conversions;
    private final StoringOutputs outputs;
    private final Journal journal;
    private final Outbox outbox;
    private final ReadingJobs reading;
    private final Auditing auditing;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    DecidingJobs(Transactions transactions, ServingTheLine line, Jobs jobs, Ledger ledger, Desk desk,
            ConversionDesk conversions, StoringOutputs outputs, Journal journal,
            Outbox outbox, ReadingJobs reading, Auditing auditing, Catalogue catalogue, JdbcClient jdbc,
            Dialect dialect, Clock clock) {
        this.transactions = transactions;
        this.line = line;
        this.jobs = jobs;
        this.ledger = ledger;
        this.desk = desk;
        this.conversions = conversions;
        this.outputs = outputs;
        this.journal = journal;
        this.outbox = outbox;
        this.reading = reading;
        this.auditing = auditing;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    public sealed interface Answer {

        /** {@code job} is the job itself, or the new one that a retry of a closed job made. */
        record Taken(JobView job) implements Answer {
        }

        /** It does not apply to a job that stands like this. */
        record NotNow(JobView job, String why) implements Answer {
        }
    }

    /** Empty: the organisation has no such job. */
    public Optional<Answer> decide(String orgId, String jobId, Decision decision) {
        Optional<JobView> view = reading.find(orgId, jobId);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        JobRef ref = new JobRef(jobId, orgId, view.get().kind(), view.get().provider());
        Outcome done = transactions.in(() -> {
            if (ref.kind() == Kind.CONVERSION) {
                conversions.lock(jobId);
            } else {
                line.lock(ref.provider(), ref.kind().medium());
            }
            return decide(jobs.get(jobId), decision);
        });
        return Optional.of(switch (done) {
            case Refused refused -> new Answer.NotNow(reading.find(orgId, jobId).orElseThrow(), refused.why());
            case Done taken -> new Answer.Taken(reading.find(orgId, taken.jobId()).orElseThrow());
        });
    }

    private sealed interface Outcome {
    }

    private record Refused(String why) implements Outcome {
    }

    private record Done(String jobId) implements Outcome {
    }

    private Outcome decide(JobRow job, Decision decision) {
        Outcome outcome = switch (decision.verb()) {
            case CANCEL -> job.status().terminal() ? new Refused("it has ended") : apply(job, decision);
            case ADOPT -> adoptable(job, decision).<Outcome>map(Refused::new).orElseGet(() -> apply(job, decision));
            case RETRY -> retry(job, decision);
            case NONE, SUBMIT_LOST ->
                throw new IllegalArgumentException(decision.verb() + " is no decision of a person");
        };
        if (outcome instanceof Done done) {
            auditing.record(job.orgId(), decision.by(), "job." + decision.verb().word(), "job", done.jobId(),
                    decision.requestId());
        }
        return outcome;
    }

    private Done apply(JobRow job, Decision decision) {
        if (job.kind() == Kind.CONVERSION) {
            conversions.next(job.id(), decision);
        } else {
            desk.next(job.id(), decision);
        }
        outbox.tell(job.id());
        return new Done(job.id());
    }

    private Optional<String> adoptable(JobRow job, Decision decision) {
        if (!job.parked()) {
            return Optional.of("only a job that needs attention can adopt a task");
        }
        boolean listed = catalogue.byId(job.modelId()).map(Losing::listed).orElse(true);
        if (!listed) {
            return Optional.of("the model answers in the call itself: there is no task to adopt");
        }
        Optional<SubmissionRow> lost = ledger.latest(job.id()).filter(
                row -> row.state() == SubmissionState.AMBIGUOUS || row.state() == SubmissionState.SENT);
        if (lost.isEmpty()) {
            return Optional.of("its attempt is not one that could have been lost");
        }
        return ledger.adoptable(lost.get(), decision.remoteTaskId())
                ? Optional.empty()
                : Optional.of("that task belongs to another attempt");
    }

    private Outcome retry(JobRow job, Decision decision) {
        if (job.parked()) {
            return apply(job, decision);
        }
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELED) {
            return new Refused("it has neither failed nor been canceled, and waits for nobody");
        }
        String id = Ids.next();
        int marked = jdbc.sql("""
                update generation_jobs set retried_by_job_id = :new where id = :id and retried_by_job_id is null
                """).param("new", id).param("id", job.id()).update();
        if (marked == 0) {
            return new Refused("it was retried before");
        }
        copy(job, id, decision);
        outputs.again(job, id);
        journal.write(job.orgId(), id, "job.created", null, JobStatus.PENDING, null);
        outbox.tell(id);
        return new Done(id);
    }

    private void copy(JobRow job, String id, Decision decision) {
        Instant now = Instant.now(clock);
        Duration granted = Duration.between(job.createdAt(), job.deadline());
        jdbc.sql("""
                insert into generation_jobs (id, org_id, project_id, prompt_id, provider_id, provider_model_id, kind,
                    provider, model_name, scheduler_lane, created_by, status, priority, attempt, input, metadata, storyboard, webhook_url,
                    webhook_events, request_id, api_key_id, deadline, tell_tries, tell_first, waits_used,
                    retry_of_job_id, created_at, updated_at)
                select :id, org_id, project_id, prompt_id, provider_id, provider_model_id, kind,
                    provider, model_name, scheduler_lane, created_by, 'pending', priority, attempt + 1, input, metadata, storyboard, webhook_url,
                    webhook_events, :request, api_key_id, :deadline, 0, true, 0, id, :now, :now
                  from generation_jobs where id = :old
                """).param("id", id).param("request", decision.requestId())
                .param("deadline", dialect.instant(now.plus(granted))).param("now", dialect.instant(now))
                .param("old", job.id()).update();
    }
}
