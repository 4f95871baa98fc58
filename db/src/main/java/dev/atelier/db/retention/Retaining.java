package dev.atelier.db.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.AgeingAssets;
import dev.atelier.db.tenant.AllOrganisations;

/** One round through all organisations by their policies, and the report of what a round would do. */
@Component
public class Retaining {

    private static final int LOOKED_AT = 1_000;

    private final RetentionPolicies policies;
    private final ForgettingRows rows;
    private final AgeingAssets assets;
    private final Clock clock;

    Retaining(RetentionPolicies policies, ForgettingRows rows, AgeingAssets assets, Clock clock) {
        this.policies = policies;
        this.rows = rows;
        this.assets = assets;
        this.clock = clock;
    }

    /**
     * @param atMost how long a round may take; what is left waits for the next
     * @param beat   told after each batch
     */
    public Done round(AllOrganisations leave, Duration atMost, Runnable beat) {
        Instant until = clock.instant().plus(atMost);
        int jobs = 0;
        int requests = 0;
        int archived = 0;
        int purged = 0;
        repeat(() -> rows.keys(leave), until, beat);
        repeat(() -> rows.troubles(leave), until, beat);
        for (Map.Entry<String, RetentionPolicy> each : policies.all(leave).entrySet()) {
            String org = each.getKey();
            RetentionPolicy policy = each.getValue();
            if (policy.storageQuotaBytes() != null) {
                archived += repeat(() -> assets.archive(org, policy.storageQuotaBytes()), until, beat);
            }
            purged += repeat(() -> assets.purge(org, policy.archivedDays()), until, beat);
            jobs += repeat(() -> rows.jobs(org, policy), until, beat);
            repeat(() -> rows.judgements(org, policy), until, beat);
            requests += repeat(() -> rows.requests(org, policy), until, beat);
        }
        return new Done(jobs, requests, archived, purged);
    }

    private int repeat(IntSupplier batch, Instant until, Runnable beat) {
        int all = 0;
        for (int some = 1; some > 0 && clock.instant().isBefore(until);) {
            some = batch.getAsInt();
            all += some;
            beat.run();
        }
        return all;
    }

    /** Changes nothing. */
    public List<Report> report(AllOrganisations leave) {
        List<Report> reports = new ArrayList<>();
        policies.all(leave).forEach((org, policy) -> {
            ForgettingRows.Expired expired = rows.count(org, policy);
            AgeingAssets.Due due = assets.due(org, policy.storageQuotaBytes(), policy.archivedDays());
            reports.add(new Report(org, expired.jobs(), expired.requests(), due.toArchive(), due.toPurge(),
                    assets.withoutObject(org, LOOKED_AT)));
        });
        return reports;
    }

    public record Done(int jobs, int requests, int archived, int purged) {

        public boolean nothing() {
            return jobs + requests + archived + purged == 0;
        }
    }

    /** @param withoutObject assets among the newest 1,000 whose object is gone */
    public record Report(String orgId, int jobs, int requests, int toArchive, int toPurge,
            List<String> withoutObject) {
    }
}
