package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.JoiningTheLine;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.OrphanTasks;
import dev.atelier.db.attempt.RestoringAttempts;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.attempt.SubmitHolds;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.Word;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Listing;

/**
 * After the database was restored from a backup: the rows are older than what was paid. What providers list is entered,
 * and what cannot be proven unsent waits for a person instead of being sent a second time.
 */
@Component
public class RecoveringJobs {

    private static final String HOLD = "recover";
    private static final String RESTORED = Desk.explain(Attention.RESTORED);

    private final Transactions transactions;
    private final ServingTheLine line;
    private final JoiningTheLine joining;
    private final Ledger ledger;
    private final RestoringAttempts restoring;
    private final OrphanTasks orphans;
    private final SubmitHolds holds;
    private final Jobs jobs;
    private final Losing losing;
    private final Outbox outbox;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveringJobs(Transactions transactions, ServingTheLine line, JoiningTheLine joining, Ledger ledger,
            RestoringAttempts restoring, OrphanTasks orphans, SubmitHolds holds, Jobs jobs, Losing losing,
            Outbox outbox, Catalogue catalogue, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.line = line;
        this.joining = joining;
        this.ledger = ledger;
        this.restoring = restoring;
        this.orphans = orphans;
        this.holds = holds;
        this.jobs = jobs;
        this.losing = losing;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Entered {
        /** It stood in its row. */
        KNOWN,
        /** Its attempt goes on as sent. */
        RESTORED,
        /** No row of ours is its; kept for a person. */
        ORPHAN
    }

    /** Of an account that may have been used since the backup, also of one that was deleted. */
    public record Account(String id, String provider) {
    }

    /** From now on nothing is submitted, by any worker, until {@link #release}. */
    public void hold() {
        holds.hold(HOLD, "the database was restored from a backup; `recover` has not come to its end");
    }

    public List<Account> accounts(AllOrganisations leave) {
        return jdbc.sql("select id, provider from jimeng_accounts order by id")
                .query((row, n) -> new Account(row.getString("id"), row.getString("provider"))).list();
    }

    /** A task that the provider lists. Entering it again changes nothing. */
    public Entered enter(Account account, Listing.Entry task) {
        return transactions.in(() -> {
            if (orphans.isKnown(account.id(), task.task())) {
                return Entered.KNOWN;
            }
            Optional<SubmissionRow> row = Optional.ofNullable(task.marker()).filter(Ids::looksRight)
                    .flatMap(ledger::byId).filter(found -> found.provider().equals(account.provider()));
            if (row.isPresent() && restored(row.get(), account, task)) {
                return Entered.RESTORED;
            }
            orphans.record(account.provider(), account.id(), task);
            return Entered.ORPHAN;
        });
    }

    private boolean restored(SubmissionRow row, Account account, Listing.Entry task) {
        line.lock(row.provider(), row.medium());
        JobRow job = jobs.get(row.jobId());
        Instant now = Instant.now(clock);
        Instant begun = task.begun() == null ? now : task.begun();
        if (!restoring.sent(row, account.id(), task.task(), begun, now.plus(catalogue.longestRun(job.modelId())))) {
            return false;
        }
        ledger.count(ledger.byId(row.id()).orElseThrow());
        jobs.granted(job.id());
        jobs.resumed(jobs.get(job.id()), job.deadline());
        return true;
    }

    /** Jobs that have not ended. */
    public List<JobRef> open(AllOrganisations leave) {
        return jdbc.sql("""
                select id, org_id, kind, provider from generation_jobs
                 where status in ('pending', 'queued', 'running') and kind <> 'conversion' order by id
                """).query((row, n) -> new JobRef(row.getString("id"), row.getString("org_id"),
                Word.of(Kind.class, row.getString("kind")), row.getString("provider")))
                .list();
    }

    /**
     * A job that would be sent next, though it may have been sent since the backup, waits for a person.
     *
     * @param proven whether the providers' lists prove that nothing of a model was sent that we do not know of
     * @return       true when it must be decided by a person
     */
    public boolean settle(JobRef ref, Predicate<Model> proven) {
        return transactions.in(() -> {
            line.lock(ref.provider(), ref.kind().medium());
            JobRow job = jobs.get(ref.jobId());
            Optional<SubmissionRow> last = ledger.latest(job.id());
            if (job.status().terminal() || job.parked()) {
                return false;
            }
            if (last.isPresent() && last.get().state() == SubmissionState.SENDING) {
                losing.lost(job, last.get());
                jobs.wake(job);
                return jobs.get(job.id()).parked();
            }
            Optional<Model> model = catalogue.byId(job.modelId());
            boolean couldBeSent = last.map(SubmissionRow::state).map(RecoveringJobs::couldBeSent).orElse(true);
            if (!couldBeSent || model.isEmpty() || Losing.listed(model.get()) && proven.test(model.get())) {
                jobs.wake(job);
                return false;
            }
            joining.join(job.id(), job.orgId(), model.get(), job.priority());
            restoring.unknown(ledger.latest(job.id()).orElseThrow(), RESTORED);
            jobs.granted(job.id());
            jobs.parked(jobs.get(job.id()), Attention.RESTORED, RESTORED);
            return true;
        });
    }

    private static boolean couldBeSent(SubmissionState state) {
        return switch (state) {
            case WAITING, GRANTED, FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF -> true;
            case SENDING, SENT, AMBIGUOUS, MADE -> false;
        };
    }

    /** Submits go on, and whoever waited for that is told. False when they were not held. */
    public boolean release() {
        return transactions.in(() -> {
            boolean held = holds.release(HOLD);
            if (held) {
                jdbc.sql("select job_id from submissions where state = 'granted'").query(String.class).list()
                        .forEach(outbox::tell);
            }
            return held;
        });
    }
}
