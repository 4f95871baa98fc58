package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Attention;

/**
 * A request whose outcome nobody knows. Where the provider keeps a list it is looked for there; else a person must
 * decide, because sending again could pay twice.
 */
@Component
class Losing {

    private final Ledger ledger;
    private final Jobs jobs;
    private final SendingAgain again;
    private final Catalogue catalogue;
    private final Clock clock;

    Losing(Ledger ledger, Jobs jobs, SendingAgain again, Catalogue catalogue, Clock clock) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.again = again;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void lost(JobRow job, SubmissionRow row) {
        lost(job, row, ErrorKind.TIMEOUT, "the sender was lost while sending");
    }

    void lost(JobRow job, SubmissionRow row, ErrorKind kind, String message) {
        Instant now = Instant.now(clock);
        boolean listed = listed(job);
        Instant sent = row.sendBefore() == null ? now : row.sendBefore();
        Instant look = !listed ? null : sent.isBefore(now) ? now : sent;
        // A call that is itself the job ends with the call: nothing runs on at the provider for an hour.
        Instant until = listed
                ? now.plus(catalogue.longestRun(job.modelId()))
                : sent.plus(catalogue.longestCall(job.modelId()));
        if (ledger.ambiguous(row.id(), kind.word(), message, look, until)) {
            ledger.count(row);
            if (!listed && !job.status().terminal() && !again.allowed(job, row)) {
                jobs.parked(job, Attention.OUTCOME_UNKNOWN, Desk.explain(Attention.OUTCOME_UNKNOWN));
            }
        }
    }

    boolean listed(JobRow job) {
        return catalogue.byId(job.modelId()).map(Losing::listed).orElse(false);
    }

    /** A synchronous call is its own job, and some providers list nothing: no task could be found afterwards. */
    static boolean listed(Model model) {
        return !Boolean.TRUE.equals(model.settings().get("synchronous"))
                && !Boolean.TRUE.equals(model.settings().get("unlisted"));
    }
}
