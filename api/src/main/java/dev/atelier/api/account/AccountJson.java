package dev.atelier.api.account;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.atelier.db.account.AccountView;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.Medium;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An account of the pool; its secret goes in and never comes out.
 *
 * @param retryWaits seconds before each further attempt, in order
 */
@Schema(name = "Account")
record AccountJson(String id, String object, String account, String provider, String orgId, String site,
        boolean domestic, String baseUrl, String status, int priority, int maxRetryCount, List<Long> retryWaits,
        Map<String, Integer> slots, Map<String, Integer> dayLimits, Map<String, MediumJson> media, List<String> models,
        List<String> notModels, Instant quotaResetTime, String zone, int version, Instant createdAt, Instant updatedAt,
        String createdBy, String updatedBy,
        @Schema(description = "100 sound to 0 worn; a worn account comes last of its priority") int health,
        @Schema(description = "Gets nothing new while what it has begun ends") boolean draining,
        @Schema(description = "Until then it has fewer slots") Instant warmUntil,
        @Schema(description = "Its calls go through a proxy of its own, which is not shown") boolean proxied,
        @Schema(allowableValues = {
                "unchecked", "accepted", "refused", "unknown"}) String credential,
        Instant credentialCheckedAt,
        @Schema(description = "column=value of what other software wrote and this one does not know; it is read as the value that does the least") List<String> unknownValues) {
    @Schema(name = "AccountMedium")
    record MediumJson(String status, int slots, int used, int held, Integer dayLimit, String unavailableReason,
            Instant unavailableSince, Instant unavailableUntil) {
        static MediumJson of(AccountView.MediumView medium) {
            return new MediumJson(word(medium.status()), medium.slots(), medium.used(), medium.held(),
                    medium.dayLimit(), word(medium.unavailableReason()), medium.unavailableSince(),
                    medium.unavailableUntil());
        }
    }

    static AccountJson of(AccountView account) {
        Map<String, MediumJson> media = new LinkedHashMap<>();
        Map<String, Integer> slots = new LinkedHashMap<>();
        Map<String, Integer> dayLimits = new LinkedHashMap<>();
        ordered(account.media()).forEach((medium, view) -> {
            media.put(medium.word(), MediumJson.of(view));
            slots.put(medium.word(), view.slots());
            dayLimits.put(medium.word(), view.dayLimit());
        });
        return new AccountJson(account.id(), "account", account.account(), account.provider(), account.orgId(),
                word(account.site()), account.domestic(), account.baseUrl(), word(account.status()), account.priority(),
                account.maxRetryCount(), account.retryWaits().stream().map(wait -> wait.toSeconds()).toList(), slots,
                dayLimits, media, account.models(),
                account.notModels(), account.quotaResetTime(), String.valueOf(account.zone()), account.version(),
                account.createdAt(), account.updatedAt(), account.createdBy(), account.updatedBy(), account.health(),
                account.draining(), account.warmUntil(), account.proxied(), word(account.credential()),
                account.credentialCheckedAt(),
                account.unknownValues());
    }

    private static Map<Medium, AccountView.MediumView> ordered(Map<Medium, AccountView.MediumView> media) {
        Map<Medium, AccountView.MediumView> ordered = new EnumMap<>(Medium.class);
        ordered.putAll(media);
        return ordered;
    }

    private static String word(Word word) {
        return word == null ? null : word.word();
    }
}
