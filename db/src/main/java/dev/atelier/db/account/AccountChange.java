package dev.atelier.db.account;

import java.util.List;
import java.util.Map;

import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.job.Medium;

/**
 * What to change of an account; null leaves as it is.
 *
 * @param version the version that was read, or null to change whatever is there
 * @param secret  a new credential; mediums that were off because of the old one come back
 * @param models  to null: all of the provider
 */
public record AccountChange(Integer version, String account, String secret, String baseUrl, AccountStatus status,
        Integer priority, Integer maxRetryCount, Map<Medium, MediumChange> media, Patch<List<String>> models,
        Patch<List<String>> notModels, String by) {

    public static final AccountChange NONE = new AccountChange(null, null, null, null, null, null, null, null, null,
            null, null);

    /**
     * @param available true ends whatever made it unavailable; false switches it off by hand
     * @param dayLimit  to null: no limit
     */
    public record MediumChange(Boolean available, Integer slots, Patch<Integer> dayLimit) {
    }

    @Override
    public String toString() {
        return "AccountChange[version=" + version + ", account=" + account + ", secret="
                + (secret == null ? "unchanged" : "***") + "]";
    }
}
