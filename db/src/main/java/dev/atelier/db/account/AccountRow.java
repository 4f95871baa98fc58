package dev.atelier.db.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.Site;

/** A row of jimeng_accounts but for its mediums, sealed as it lies there. */
record AccountRow(String id, String account, String provider, String orgId, Site site, String baseUrl, String sealed,
        String fingerprint, AccountStatus status, int priority, int maxRetryCount, List<String> models,
        List<String> notModels, Instant quotaResetTime, ZoneId zone, int version, boolean deleted, Instant created,
        Instant updated, String createdBy, String updatedBy) {

    /** Unique among live rows: one credential is in the pool once per provider and site. */
    static String liveKey(String fingerprint, Site site, String provider) {
        return fingerprint + "|" + site.code() + "|" + provider;
    }

    String liveKey() {
        return deleted ? null : liveKey(fingerprint, site, provider);
    }
}
