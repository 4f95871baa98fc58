package dev.atelier.db.job;

import java.math.BigDecimal;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Exchanges;
import dev.atelier.db.attempt.LateTasks;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.domain.attempt.Billed;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;

/** The known end of an attempt: ledger, money, account, job, and the slot's next holder. Inside the line's lock. */
@Component
class Ends {

    private final Ledger ledger;
    private final LateTasks late;
    private final Jobs jobs;
    private final Suffering suffering;
    private final ServingTheLine serving;
    private final Exchanges exchanges;
    private final Catalogue catalogue;

    Ends(Ledger ledger, LateTasks late, Jobs jobs, Suffering suffering, ServingTheLine serving, Exchanges exchanges,
            Catalogue catalogue) {
        this.ledger = ledger;
        this.late = late;
        this.jobs = jobs;
        this.suffering = suffering;
        this.serving = serving;
        this.exchanges = exchanges;
        this.catalogue = catalogue;
    }

    /** Does nothing when the attempt's end was recorded before. */
    void ended(JobRow job, SubmissionRow row, Finished end, Exchange exchange, Phase phase) {
        switch (end) {
            case Finished.Success success -> {
                BigDecimal cost = cost(job, success.made());
                if (ledger.made(row.id(), Results.plan(success.made()), cost, success.made().units())) {
                    exchanges.record(row, exchange, null, cost);
                    resumed(job, row);
                    unawaited(job, row);
                    settle(job, row);
                }
            }
            case Finished.Failed failed -> {
                Failure failure = failed.failure();
                if (ledger.failed(row.id(), failure, phase, FailureTable.verdict(failure, phase))) {
                    exchanges.record(row, exchange, failure.kind().word(), null);
                    resumed(job, row);
                    after(job, row, failure, phase);
                }
            }
        }
    }

    /** The end of a task that was accepted after its attempt was written off: money and slot, nothing of the job. */
    void endedLate(JobRow job, SubmissionRow row, Finished end, Exchange exchange) {
        boolean moved = switch (end) {
            case Finished.Success success -> late.ended(row, Results.plan(success.made()), cost(job, success.made()),
                    success.made().units(), Billed.YES.word());
            case Finished.Failed failed -> late.ended(row, null, null, null,
                    FailureTable.verdict(failed.failure(), Phase.LOOK).billed().word());
        };
        if (moved) {
            exchanges.record(row, exchange, null, null);
            settle(job, row);
        }
    }

    /** Made, and its job has ended or went on with another attempt. One that is not sent yet need not be. */
    private void unawaited(JobRow job, SubmissionRow row) {
        if (job.status().terminal()) {
            late.unused(job.id());
        } else if (!row.open()) {
            ledger.latest(job.id()).ifPresent(successor -> {
                if (ledger.withdrawn(successor.id())) {
                    serving.serve(successor.provider(), successor.medium());
                }
            });
            jobs.wake(job);
        }
    }

    /** A park is about the attempt that is open, not about one that was left behind. */
    private void resumed(JobRow job, SubmissionRow row) {
        if (row.open()) {
            jobs.resumed(job, job.deadline());
        }
    }

    /** A failed or unsent attempt's consequences. */
    void after(JobRow job, SubmissionRow row, Failure failure, Phase phase) {
        suffering.suffer(job, row, failure, phase);
        settle(job, row);
    }

    private void settle(JobRow job, SubmissionRow row) {
        jobs.settled(job.id());
        serving.serve(row.provider(), row.medium());
    }

    /** Units that have a price, summed; null when none has. */
    private BigDecimal cost(JobRow job, Made made) {
        Map<String, BigDecimal> prices = catalogue.byId(job.modelId()).map(model -> model.pricing()).orElse(Map.of());
        return made.units().entrySet().stream().filter(unit -> prices.containsKey(unit.getKey()))
                .map(unit -> unit.getValue().multiply(prices.get(unit.getKey()))).reduce(BigDecimal::add).orElse(null);
    }
}
