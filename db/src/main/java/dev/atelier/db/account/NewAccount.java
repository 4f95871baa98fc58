package dev.atelier.db.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

/**
 * An account to be added to the pool.
 *
 * @param account        what people call it
 * @param secret         session id or API key, in clear, at most 1,000 characters
 * @param baseUrl        null: the provider's own
 * @param orgId          null: shared by all; else it serves this organisation alone
 * @param priority       null: 0; higher first
 * @param maxRetryCount  null: 6
 * @param media          what is not named has one slot and no day limit
 * @param models         public names it serves; null: all of the provider
 * @param notModels      public names it does not serve; null: none
 * @param zone           null: Asia/Shanghai; its day turns at 00:30 there
 * @param by             who adds it
 */
public record NewAccount(String provider, String account, String secret, Site site, String baseUrl, String orgId,
        Integer priority, Integer maxRetryCount, Map<Medium, Plan> media, List<String> models, List<String> notModels,
        ZoneId zone, String by) {

    /**
     * @param slots    0–31 tasks at once; null: 1
     * @param dayLimit tasks a day; null: no limit
     */
    public record Plan(Integer slots, Integer dayLimit) {
    }

    @Override
    public String toString() {
        return "NewAccount[provider=" + provider + ", account=" + account + ", site=" + site + ", secret=***]";
    }
}
