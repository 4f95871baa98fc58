package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;

/**
 * Decides what is next for a conversion job: its outputs one after the other, each when the one it is made from is
 * there. Runs inside a transaction that holds the job's row; run again it decides the same.
 */
@Component
class ConversionDesk {

    private final Jobs jobs;
    private final ConversionRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConversionDesk(Jobs jobs, ConversionRows rows, JdbcClient jdbc, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** First statement of the transaction: what is read after it cannot move. */
    void lock(String jobId) {
        jdbc.sql("select id from generation_jobs where id = :id for update").param("id", jobId).query(String.class)
                .optional();
    }

    Next next(String jobId, Decision decision) {
        JobRow job = jobs.get(jobId);
        if (decision.verb() == Decision.Verb.CANCEL && !job.status().terminal()) {
            jobs.cancelRequested(job, decision);
            end(job, JobEnd.canceled("CANCELED", "canceled on request"));
        } else if (!job.status().terminal() && !Instant.now(clock).isBefore(job.deadline())) {
            end(job, JobEnd.canceled("DEADLINE_EXCEEDED", "the deadline passed before it could be made"));
        }
        JobRow now = jobs.get(jobId);
        return now.status().terminal() ? new Next.Ended(now.end()) : stand(now);
    }

    private void end(JobRow job, JobEnd end) {
        rows.canceled(job.id());
        jobs.ended(job, end, true, null);
    }

    private Next stand(JobRow job) {
        for (Conversion output : rows.ofJob(job.id())) {
            if (output.open()) {
                List<Conversion> all = rows.ofJob(job.id());
                Optional<Conversion> before = all.stream()
                        .filter(each -> output.dependsOn() != null && each.position() == output.dependsOn())
                        .findFirst();
                if (before.isEmpty() || before.get().succeeded() && before.get().outputAssetId() != null) {
                    return begin(job, output, before.map(Conversion::outputAssetId).orElse(output.sourceAssetId()));
                }
                rows.failed(output, "SOURCE_FAILED", "the output it is made from, at position " + output.dependsOn()
                        + ", was not made", Duration.ZERO);
            }
        }
        jobs.ended(job, outcome(rows.ofJob(job.id())), true, null);
        return new Next.Ended(jobs.get(job.id()).end());
    }

    private Next begin(JobRow job, Conversion output, String source) {
        if (!"running".equals(output.status())) {
            rows.running(output, source);
        }
        if (job.startedAt() == null) {
            jobs.granted(job.id());
        }
        return new Next.Convert(new OutputRef(output.id(), job.id(), job.orgId(), output.operation()));
    }

    private static JobEnd outcome(List<Conversion> all) {
        List<Conversion> failed = all.stream().filter(each -> !each.succeeded()).toList();
        return failed.isEmpty()
                ? JobEnd.succeeded()
                : JobEnd.failed(failed.getFirst().errorCode(), failed.size() + " of " + all.size()
                        + " outputs could not be made; first: " + failed.getFirst().errorMessage());
    }
}
