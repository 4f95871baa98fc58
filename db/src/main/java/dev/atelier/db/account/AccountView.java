package dev.atelier.db.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.CredentialState;
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
 * @param health   100 sound to 0 worn
 * @param draining it gets nothing new while what it has begun ends
 * @param warmUntil until then it has fewer slots; null: all of them
 * @param proxied  its calls go through a proxy of its own
 * @param unknownValues what other software wrote and this one does not know, as {@code column=value}
 * @param retryWaits before each further attempt of a job that is with it
 */
public record AccountView(String id, String account, String provider, String orgId, Site site, boolean domestic,
        String baseUrl, AccountStatus status, int priority, int maxRetryCount, Map<Medium, MediumView> media,
        List<String> models, List<String> notModels, Instant quotaResetTime, ZoneId zone, int version,
        Instant createdAt, Instant updatedAt, String createdBy, String updatedBy, int health, boolean draining,
        Instant warmUntil, boolean proxied, CredentialState credential, Instant credentialCheckedAt,
        List<Duration> retryWaits,
        List<String> unknownValues) {

    /**
     * @param used     sent since the last quota reset
     * @param held     slots held now
     * @param dayLimit null: none
     */
    public record MediumView(MediumStatus status, int slots, int used, int held, Integer dayLimit,
            UnavailableReason unavailableReason, Instant unavailableSince, Instant unavailableUntil) {
    }
}
