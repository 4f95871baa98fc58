package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.JoiningTheLine;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.attempt.SubmitHolds;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.moderation.JudgingPrompts;
import dev.atelier.domain.attempt.Sending;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.Patience;
import dev.atelier.domain.job.WaitReason;

/**
 * Decides what is next for a job, from its row and its latest attempt alone. Runs inside a transaction that holds the
 * line's lock, so what it reads cannot move under it; run again it decides the same.
 */
@Component
class Desk {

    private final Jobs jobs;
    private final Ledger ledger;
    private final JoiningTheLine joining;
    private final ServingTheLine serving;
    private final Catalogue catalogue;
    private final Losing losing;
    private final Obeying obeying;
    private final SubmitHolds holds;
    private final JudgingPrompts judging;
    private final Clock clock;

    Desk(Jobs jobs, Ledger ledger, JoiningTheLine joining, ServingTheLine serving, Catalogue catalogue, Losing losing,
            Obeying obeying, SubmitHolds holds, JudgingPrompts judging, Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.joining = joining;
        this.serving = serving;
        this.catalogue = catalogue;
        this.losing = losing;
        this.obeying = obeying;
        this.holds = holds;
        this.judging = judging;
        this.clock = clock;
    }

    Next next(String jobId, Decision decision) {
        JobRow job = jobs.get(jobId);
        if (!job.status().terminal()) {
            obeying.obey(job, ledger.latest(jobId), decision);
        }
        // A cancel that had to wait for a call under way takes effect with whatever ended that wait.
        JobRow after = jobs.get(jobId);
        if (!after.status().terminal() && after.cancelRequestedAt() != null) {
            obeying.obey(after, ledger.latest(jobId), Decision.NONE);
        }
        return stand(jobId);
    }

    private Next stand(String jobId) {
        JobRow job = jobs.get(jobId);
        if (job.status().terminal()) {
            return new Next.Ended(job.end());
        }
        Optional<SubmissionRow> last = ledger.latest(jobId);
        if (!job.parked() && !Instant.now(clock).isBefore(job.deadline()) && obeying.overdue(job, last)) {
            return stand(jobId);
        }
        return last.isEmpty() ? judged(job) : stand(job, last.get());
    }

    /** Once, before the first attempt: what is not allowed here costs no slot and no money. */
    private Next judged(JobRow job) {
        Optional<String> refusal = judging.refusal(job.orgId(), job.id());
        if (refusal.isEmpty()) {
            return begin(job);
        }
        jobs.ended(job, JobEnd.failed("CONTENT_BLOCKED", refusal.get()), false, null);
        return stand(job.id());
    }

    private Next stand(JobRow job, SubmissionRow last) {
        return switch (last.state()) {
            case WAITING -> inLine(job, last);
            case GRANTED -> holds.standing()
                    .<Next>map(why -> wait(WaitReason.PAUSE, job, Patience.UNTOLD, "Nothing is submitted now: " + why))
                    .orElseGet(() -> new Next.Submit(last.ref(), "provider-" + last.provider()));
            case SENDING -> sending(job, last);
            case SENT -> !last.open()
                    ? again(job, last)
                    : job.parked()
                            ? person(job, last)
                            : wait(WaitReason.PROVIDER, job, Patience.UNTOLD,
                                    "Task `" + last.remoteTaskId() + "`.");
            case AMBIGUOUS -> job.parked()
                    ? person(job, last)
                    : wait(WaitReason.PROVIDER, job, Patience.UNTOLD,
                            "Its request may or may not have been accepted; looking for it.");
            case MADE -> new Next.Persist(last.ref());
            case FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF -> ledger.unusedResult(job.id())
                    .<Next>map(made -> new Next.Persist(made.ref())).orElseGet(() -> again(job, last));
        };
    }

    private Next begin(JobRow job) {
        Optional<Model> model = catalogue.byId(job.modelId());
        if (model.isEmpty()) {
            jobs.ended(job, JobEnd.failed("NOT_ENTITLED", "the model " + job.model() + " is no longer offered"), false,
                    null);
            return stand(job.id());
        }
        joining.join(job.id(), job.orgId(), model.get(), job.priority());
        return inLine(job, ledger.latest(job.id()).orElseThrow());
    }

    private Next inLine(JobRow job, SubmissionRow waiting) {
        serving.serve(waiting.provider(), waiting.medium());
        SubmissionRow now = ledger.byId(waiting.id()).orElseThrow();
        if (now.state() != SubmissionState.WAITING) {
            return stand(job.id());
        }
        jobs.queued(job);
        return wait(WaitReason.LINE, job, Patience.UNTOLD, "In line for `" + job.model() + "`.");
    }

    /** A sender that has been silent is gone; one that still speaks is given time. */
    private Next sending(JobRow job, SubmissionRow last) {
        if (last.aliveAt() != null && last.aliveAt().plus(Sending.SILENT).isAfter(Instant.now(clock))) {
            return wait(WaitReason.PROVIDER, job, Sending.SILENT, "Being sent.");
        }
        losing.lost(job, last);
        return stand(job.id());
    }

    private Next again(JobRow job, SubmissionRow last) {
        if (job.parked()) {
            return person(job, last);
        }
        Instant now = Instant.now(clock);
        if (job.nextAttemptAt() != null && job.nextAttemptAt().isAfter(now)) {
            return wait(WaitReason.PAUSE, job, Duration.between(now, job.nextAttemptAt()),
                    "Next attempt at " + job.nextAttemptAt() + ".");
        }
        return begin(job);
    }

    private Next person(JobRow job, SubmissionRow last) {
        Duration left = Duration.between(Instant.now(clock), job.attentionSince().plus(Patience.PARKED));
        if (!left.isPositive()) {
            obeying.nobodyCame(job, last);
            return stand(job.id());
        }
        return new Next.Wait(WaitReason.PERSON, left, job.attentionDetail());
    }

    private Next wait(WaitReason reason, JobRow job, Duration atMost, String detail) {
        Duration toDeadline = Duration.between(Instant.now(clock), job.deadline()).plusMillis(50);
        Duration wait = toDeadline.isPositive() && toDeadline.compareTo(atMost) < 0 ? toDeadline : atMost;
        return new Next.Wait(reason, wait.compareTo(Duration.ofMillis(50)) < 0 ? Duration.ofMillis(50) : wait, detail);
    }

    /** Words for a park, for people. */
    static String explain(Attention reason) {
        return switch (reason) {
            case OUTCOME_UNKNOWN -> "The request may have been accepted and paid; it cannot be looked up.";
            case TASK_NOT_FOUND -> "The provider no longer knows the task it had accepted.";
            case NO_END_KNOWN -> "The model's longest run time has passed and no end is known.";
            case DEADLINE_EXCEEDED -> "The deadline passed after something may have been paid.";
            case RESTORED ->
                "The database was restored from a backup; whether this was sent and paid since is not known.";
            case MAYBE_BILLED -> "What failed may have been billed; sending again would pay again.";
        };
    }
}
