package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.OrphanTasks;
import dev.atelier.db.attempt.RestoringAttempts;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.Patience;
import dev.atelier.domain.provider.TaskId;

/** Does to a job what a person, a deadline or a lost sender asks for. Inside the line's lock. */
@Component
class Obeying {

    private final Jobs jobs;
    private final Ledger ledger;
    private final RestoringAttempts restoring;
    private final OrphanTasks orphans;
    private final ServingTheLine serving;
    private final Losing losing;
    private final Catalogue catalogue;
    private final Clock clock;

    Obeying(Jobs jobs, Ledger ledger, RestoringAttempts restoring, OrphanTasks orphans, ServingTheLine serving,
            Losing losing, Catalogue catalogue, Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.restoring = restoring;
        this.orphans = orphans;
        this.serving = serving;
        this.losing = losing;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void obey(JobRow job, Optional<SubmissionRow> last, Decision decision) {
        switch (decision.verb()) {
            case NONE -> {
                if (job.cancelRequestedAt() != null) {
                    cancel(job, last, JobEnd.canceled("CANCELED", "canceled on request"));
                }
            }
            case CANCEL -> {
                jobs.cancelRequested(job, decision);
                cancel(job, last, JobEnd.canceled("CANCELED", canceledBy(decision)));
            }
            case RETRY -> retry(job, last);
            case ADOPT -> last.filter(row -> job.parked() && ledger.adoptable(row, decision.remoteTaskId()))
                    .ifPresent(row -> adopt(job, row, decision));
            case SUBMIT_LOST -> last.filter(row -> row.state() == SubmissionState.SENDING)
                    .ifPresent(row -> losing.lost(job, row));
        }
    }

    /** False while a call is under way: its outcome comes first, then the cancel. */
    private boolean cancel(JobRow job, Optional<SubmissionRow> last, JobEnd end) {
        if (last.isPresent()) {
            SubmissionRow row = last.get();
            switch (row.state()) {
                case SENDING -> {
                    return false;
                }
                case WAITING, GRANTED -> {
                    // Intent needs no lock: where it was quicker, the call is under way.
                    if (!ledger.withdrawn(row.id())) {
                        return false;
                    }
                    serving.serve(row.provider(), row.medium());
                }
                // The slot stays with the watch, which tries the provider's cancel once.
                case SENT -> ledger.cancelWanted(row.id());
                case AMBIGUOUS -> ledger.writtenOff(row.id());
                case MADE, FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF -> {
                }
            }
        }
        return jobs.ended(job, end, true, null);
    }

    private static String canceledBy(Decision decision) {
        return "canceled" + (decision.by() == null ? "" : " by " + decision.by())
                + (decision.reason() == null ? "" : ": " + decision.reason());
    }

    /** A person says: pay again. Also cuts a pause short. */
    private void retry(JobRow job, Optional<SubmissionRow> last) {
        Instant now = Instant.now(clock);
        if (job.parked()) {
            last.ifPresent(row -> {
                switch (row.state()) {
                    case AMBIGUOUS -> ledger.writtenOff(row.id());
                    case SENT -> ledger.leaveBehind(row.id());
                    default -> {
                    }
                }
            });
            jobs.resumed(job, later(job.deadline(), now));
        }
        if (job.parked() || job.nextAttemptAt() != null) {
            jobs.pausedUntil(job, now, false);
        }
    }

    private void adopt(JobRow job, SubmissionRow row, Decision decision) {
        Instant now = Instant.now(clock);
        Instant until = now.plus(catalogue.longestRun(job.modelId()));
        TaskId task = new TaskId(decision.remoteTaskId());
        boolean adopted = switch (row.state()) {
            case AMBIGUOUS -> ledger.sent(withAccount(row, task), task, now, until);
            case SENT -> ledger.adopted(row, task, until);
            default -> false;
        };
        if (adopted) {
            jobs.resumed(job, later(job.deadline(), now));
        }
    }

    /** One that was restored from a backup gets the account in whose list the task stood. */
    private SubmissionRow withAccount(SubmissionRow row, TaskId task) {
        if (row.accountId() != null) {
            return row;
        }
        restoring.byAccount(row.id(), orphans.accountsOf(row.provider(), task.value()).getFirst());
        SubmissionRow known = ledger.byId(row.id()).orElseThrow();
        ledger.count(known);
        return known;
    }

    private static Instant later(Instant deadline, Instant now) {
        return deadline.isAfter(now) ? deadline : now.plus(Patience.AFRESH);
    }

    /** True when the deadline changed how the job stands. What is made is kept, however late. */
    boolean overdue(JobRow job, Optional<SubmissionRow> last) {
        SubmissionState state = last.map(SubmissionRow::state).orElse(SubmissionState.WITHDRAWN);
        return switch (state) {
            case WAITING, GRANTED, FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF ->
                cancel(job, last, JobEnd.canceled("DEADLINE_EXCEEDED", "the deadline passed before it could be made"));
            case SENT, AMBIGUOUS -> {
                ledger.cancelWanted(last.orElseThrow().id());
                jobs.parked(job, Attention.DEADLINE_EXCEEDED, Desk.explain(Attention.DEADLINE_EXCEEDED));
                yield true;
            }
            case SENDING, MADE -> false;
        };
    }

    /** 72 hours parked. */
    void nobodyCame(JobRow job, SubmissionRow row) {
        if (row.state() == SubmissionState.AMBIGUOUS) {
            ledger.writtenOff(row.id());
        }
        jobs.ended(job, JobEnd.failed("OUTCOME_UNKNOWN", "nobody decided within 72 hours; it may have been billed"),
                true, null);
    }
}
