package dev.atelier.db.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/**
 * From a file back to where it began: conversion by conversion to the job a provider did, and from there through the
 * pictures it was given; each file once.
 */
@Component
public class TracingAssets {

    private static final int MOST_STEPS = 50;
    /** Enough to tell accounts apart. */
    private static final int FINGERPRINT = 16;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final ReadingJobs jobs;

    TracingAssets(JdbcClient jdbc, Dialect dialect, ReadingJobs jobs) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.jobs = jobs;
    }

    /** How one file came to be. */
    public sealed interface Step {

        String assetId();

        record Converted(String assetId, String jobId, String automaticOfJobId, String operation, String parameters,
                String engine, String engineVersion, String sourceAssetId, Instant at) implements Step {
        }

        /** @param sent null when the ledger does not know it any more */
        record Generated(String assetId, JobView job, Sent sent) implements Step {
        }

        record Uploaded(String assetId, Instant at) implements Step {
        }
    }

    /**
     * The request that was paid.
     *
     * @param accountFingerprint the beginning of a keyed hash of the account's credential: equal for equal accounts
     * @param exchangeId of the kept request; null once requests so old are forgotten
     */
    public record Sent(String submissionId, int attempt, String remoteTaskId, String accountId,
            String accountFingerprint, String exchangeId, String providerRequestId, Instant requestedAt) {
    }

    /** The file itself comes first; empty when the organisation has none such. */
    public List<Step> back(String orgId, String assetId) {
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(assetId));
        while (!ahead.isEmpty() && steps.size() < MOST_STEPS) {
            String next = ahead.removeFirst();
            if (Ids.looksRight(next) && seen.add(next)) {
                step(orgId, next).ifPresent(step -> {
                    steps.add(step);
                    ahead.addAll(sources(step));
                });
            }
        }
        return steps;
    }

    private static List<String> sources(Step step) {
        return switch (step) {
            case Step.Converted converted -> converted.sourceAssetId() == null
                    ? List.of()
                    : List.of(converted.sourceAssetId());
            case Step.Generated generated -> generated.job().input().imagesOrNone();
            case Step.Uploaded uploaded -> List.of();
        };
    }

    private Optional<Step> step(String orgId, String assetId) {
        return converted(orgId, assetId).or(() -> jdbc
                .sql("select job_id, created_at from assets where org_id = :org and id = :id").param("org", orgId)
                .param("id", assetId).query((row, n) -> made(orgId, assetId, row)).optional());
    }

    private Optional<Step> converted(String orgId, String assetId) {
        return jdbc.sql("""
                select c.*, j.automatic_of_job_id from conversions c join generation_jobs j on j.id = c.job_id
                 where c.org_id = :org and c.output_asset_id = :asset
                """).param("org", orgId).param("asset", assetId)
                .query((row, n) -> (Step) new Step.Converted(assetId, row.getString("job_id"),
                        row.getString("automatic_of_job_id"), row.getString("operation"), row.getString("parameters"),
                        row.getString("engine"), row.getString("engine_version"), row.getString("source_asset_id"),
                        dialect.instant(row, "completed_at")))
                .optional();
    }

    private Step made(String orgId, String assetId, ResultSet asset) throws SQLException {
        Optional<JobView> job = jobs.find(orgId, asset.getString("job_id"));
        return job.isEmpty()
                ? new Step.Uploaded(assetId, dialect.instant(asset, "created_at"))
                : new Step.Generated(assetId, job.get(), sent(orgId, job.get().id()).orElse(null));
    }

    private Optional<Sent> sent(String orgId, String jobId) {
        return jdbc.sql("""
                select s.id, s.attempt, s.remote_task_id, s.account_id, a.session_fingerprint, r.id as exchange_id,
                       r.provider_request_id, r.request_ts
                  from submissions s
                  left join jimeng_accounts a on a.id = s.account_id
                  left join provider_requests r on r.submission_id = s.id and r.operation = 'submit'
                 where s.org_id = :org and s.job_id = :job and s.state = 'made'
                 order by s.attempt desc, r.request_ts desc limit 1
                """).param("org", orgId).param("job", jobId)
                .query((row, n) -> new Sent(row.getString("id"), row.getInt("attempt"),
                        row.getString("remote_task_id"), row.getString("account_id"),
                        beginning(row.getString("session_fingerprint")), row.getString("exchange_id"),
                        row.getString("provider_request_id"), dialect.instant(row, "request_ts")))
                .optional();
    }

    private static String beginning(String fingerprint) {
        return fingerprint == null || fingerprint.length() <= FINGERPRINT
                ? fingerprint
                : fingerprint.substring(0, FINGERPRINT);
    }
}
