package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.attempt.Sending;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Credential;

/** Before the request: what is to be sent, and the intent, committed before the first byte. */
@Component
public class SendingAttempts {

    private static final Duration HELD = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Settling settling;
    private final ServingTheLine line;
    private final Ledger ledger;
    private final Jobs jobs;
    private final Catalogue catalogue;
    private final OpeningCredentials credentials;
    private final JdbcClient jdbc;
    private final Clock clock;

    SendingAttempts(Transactions transactions, Settling settling, ServingTheLine line, Ledger ledger, Jobs jobs,
            Catalogue catalogue, OpeningCredentials credentials, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.settling = settling;
        this.line = line;
        this.ledger = ledger;
        this.jobs = jobs;
        this.catalogue = catalogue;
        this.credentials = credentials;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a granted attempt will send. */
    public record Plan(String orgId, Model model, Input input, Credential credential) {
    }

    /** Empty when the attempt is not, or no longer, about to be sent. */
    public Optional<Plan> plan(AttemptRef attempt) {
        return ledger.byId(attempt.submissionId()).filter(row -> row.state() == SubmissionState.GRANTED)
                .flatMap(row -> {
                    JobRow job = jobs.get(row.jobId());
                    return catalogue.byId(job.modelId()).flatMap(model -> credentials.of(row.accountId())
                            .map(credential -> new Plan(row.orgId(), model, input(row.jobId()), credential)));
                });
    }

    private Input input(String jobId) {
        return Json.read(jdbc.sql("select input from generation_jobs where id = :id").param("id", jobId)
                .query(String.class).single(), Input.class);
    }

    /** INTENT. The time before which it must be sent; empty: somebody moved it, look at the rows. */
    public Optional<Instant> intend(AttemptRef attempt, String worker) {
        Instant sendBefore = Instant.now(clock).plus(Sending.WITHIN);
        return transactions.in(() -> ledger.sending(attempt.submissionId(), sendBefore, worker))
                ? Optional.of(sendBefore)
                : Optional.empty();
    }

    /** The sender lives; true when somebody wants the job canceled. */
    public boolean aliveAndUnwanted(AttemptRef attempt) {
        return ledger.aliveAndUnwanted(attempt.submissionId());
    }

    /** It cannot even be asked for, so nothing was sent: the job ends, or goes on as its rows say. */
    public Next impossible(AttemptRef attempt, String why) {
        return unsent(attempt, job -> jobs.ended(job, JobEnd.failed("BAD_REQUEST", why), false, null));
    }

    /** Its content may not be asked for. */
    public Next blocked(AttemptRef attempt, String why) {
        return unsent(attempt, job -> jobs.ended(job, JobEnd.failed("CONTENT_BLOCKED", why), false, null));
    }

    /** Not now: whether its content may be asked for cannot be said. Another attempt follows, until the deadline. */
    public Next held(AttemptRef attempt) {
        return unsent(attempt, job -> jobs.pausedUntil(job, Instant.now(clock).plus(HELD), false));
    }

    private Next unsent(AttemptRef attempt, Consumer<JobRow> change) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
            if (ledger.withdrawn(row.id())) {
                change.accept(job);
                line.serve(row.provider(), row.medium());
            }
        });
    }

    /** Where the attempt's job stands. */
    public Next standing(AttemptRef attempt) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
        });
    }
}
