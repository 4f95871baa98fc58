package dev.atelier.db.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.job.Medium;

/**
 * An account as people may see it: without its secret.
 *
 * @param orgId    null: shared by all
 * @param domestic the seed's account type; true exactly for site cn
 * @param models   null: all of the provider
 */
public record AccountView(String id, String account, String provider, String orgId, Site site, boolean domestic,
        String baseUrl, AccountStatus status, int priority, int maxRetryCount, Map<Medium, MediumView> media,
        List<String> models, List<String> notModels, Instant quotaResetTime, ZoneId zone, int version,
        Instant createdAt, Instant updatedAt, String createdBy, String updatedBy) {

    /**
     * @param used     sent since the last quota reset
     * @param held     slots held now
     * @param dayLimit null: none
     */
    public record MediumView(MediumStatus status, int slots, int used, int held, Integer dayLimit,
            UnavailableReason unavailableReason, Instant unavailableSince, Instant unavailableUntil) {
    }
}
