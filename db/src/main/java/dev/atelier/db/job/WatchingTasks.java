package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.DueLooks;
import dev.atelier.db.attempt.Exchanges;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.attempt.LookPacing;
import dev.atelier.domain.attempt.Searching;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;

/** What looking at remote tasks brings. Every write is guarded: two watches at once do no harm. */
@Component
public class WatchingTasks {

    private final Settling settling;
    private final Transactions transactions;
    private final DueLooks due;
    private final Ledger ledger;
    private final Jobs jobs;
    private final Ends ends;
    private final ServingTheLine serving;
    private final Exchanges exchanges;
    private final Losing losing;
    private final Clock clock;

    WatchingTasks(Settling settling, Transactions transactions, DueLooks due, Ledger ledger, Jobs jobs, Ends ends,
            ServingTheLine serving, Exchanges exchanges, Losing losing, Clock clock) {
        this.settling = settling;
        this.transactions = transactions;
        this.due = due;
        this.ledger = ledger;
        this.jobs = jobs;
        this.ends = ends;
        this.serving = serving;
        this.exchanges = exchanges;
        this.losing = losing;
        this.clock = clock;
    }

    /** Attempts of a provider whose look is due: sent ones, lost ones, and given-up ones whose slot may be freed. */
    public List<SubmissionRow> due(AllOrganisations leave, String provider, int most) {
        return due.rows(provider, Instant.now(clock), most);
    }

    /** Seen at work: progress, and when to look again, for a whole batch at once. */
    public void working(SubmissionRow row, Sighting.Working seen) {
        transactions.run(() -> {
            due.seen(row, seen.rawStatus(), seen.progress(), nextLook(row, seen.lookAgain()));
            if (seen.progress() != null && row.open()) {
                jobs.progress(row.jobId(), seen.progress());
            }
        });
    }

    public void ended(SubmissionRow seen, Sighting.Ended end) {
        settling.aside(seen.id(), (job, row) -> {
            if (row.state() == SubmissionState.SENT) {
                due.seen(row, end.rawStatus(), null, Instant.now(clock));
                ends.ended(job, row, end.end(), end.exchange(), Phase.LOOK);
                settled(job, row);
            } else if (row.state() == SubmissionState.WRITTEN_OFF) {
                ends.endedLate(job, row, end.end(), end.exchange());
            }
        });
    }

    /** Nothing is concluded from an answer that cannot be read. */
    public void unreadable(SubmissionRow row) {
        transactions.run(() -> due.seen(row, null, null, nextLook(row, null).plusSeconds(2)));
    }

    /** The provider answered, without this task. After acceptance that is no end: a person is asked. */
    public void missing(SubmissionRow seen) {
        settling.aside(seen.id(), (job, row) -> {
            boolean forGood = row.looks() >= LookPacing.MOST_MISSED;
            boolean overForGood = forGood && row.state() == SubmissionState.WRITTEN_OFF && row.slot() == null;
            due.missed(row, overForGood
                    ? null
                    : Instant.now(clock).plus(forGood ? LookPacing.RARELY : LookPacing.MISSED));
            if (forGood && row.open()) {
                jobs.parked(job, Attention.TASK_NOT_FOUND, Desk.explain(Attention.TASK_NOT_FOUND));
            }
        });
    }

    /** The longest run time has passed without a known end: the slot is free, the row stays, a person is asked. */
    public void overrun(SubmissionRow seen) {
        settling.aside(seen.id(), (job, row) -> {
            boolean stillFound = row.state() == SubmissionState.SENT
                    || row.state() == SubmissionState.AMBIGUOUS && losing.listed(job)
                    || row.state() == SubmissionState.WRITTEN_OFF && row.remoteTaskId() != null;
            if (due.slotFreed(row, stillFound ? Instant.now(clock).plus(LookPacing.RARELY) : null)) {
                if (row.open()) {
                    Attention reason = row.state() == SubmissionState.SENT
                            ? Attention.NO_END_KNOWN
                            : Attention.OUTCOME_UNKNOWN;
                    jobs.parked(job, reason, Desk.explain(reason));
                }
                serving.serve(row.provider(), row.medium());
            }
        });
    }

    /** The provider's cancel was tried; whatever it said, the next look shows the end. */
    public void cancelTried(SubmissionRow seen, CancelOutcome outcome) {
        transactions.run(() -> {
            exchanges.record(seen, outcome.exchange(), null, null);
            due.cancelTried(seen, Instant.now(clock).plus(LookPacing.SHORTEST));
        });
    }

    /** Nothing could be asked; again a little later, so that a trouble does not become a busy loop. */
    public void postponed(SubmissionRow row) {
        transactions.run(() -> ledger.lookAt(row.id(), Instant.now(clock).plus(LookPacing.LONGEST)));
    }

    /** Tasks of this account that stand in a row already, so that none is taken for another's. */
    public Set<TaskId> known(AllOrganisations leave, String accountId) {
        return new HashSet<>(due.knownTasks(accountId, Instant.now(clock).minus(Searching.LISTED)));
    }

    private void settled(JobRow job, SubmissionRow row) {
        if (!job.status().terminal()) {
            jobs.wake(job);
        }
    }

    private Instant nextLook(SubmissionRow row, Duration told) {
        Instant now = Instant.now(clock);
        boolean late = row.runsUntil() != null && row.runsUntil().isBefore(now);
        Duration age = row.sentAt() == null ? Duration.ZERO : Duration.between(row.sentAt(), now);
        return now.plus(late ? LookPacing.RARELY : LookPacing.next(age, told));
    }
}
