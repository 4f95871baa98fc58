package dev.atelier.db.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.failure.AccountEffect;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.job.Medium;

/** Does to an account what a failure means for it. Only ever lowers supply, so the line's lock is not needed for it. */
@Component
public class AffectingAccounts {

    /** Where the provider names no time. Short: asking again costs nothing, an idle account does. */
    private static final Duration COOLDOWN = Duration.ofSeconds(10);
    private static final Duration LONGEST_COOLDOWN = Duration.ofHours(24);
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Straining straining;
    private final Clock clock;

    AffectingAccounts(JdbcClient jdbc, Dialect dialect, Straining straining, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.straining = straining;
        this.clock = clock;
    }

    public void affect(String accountId, Medium medium, String model, AccountEffect effect, Failure failure) {
        switch (effect) {
            case NONE -> {
            }
            case COOL -> rest(accountId, medium, MediumStatus.RATE_LIMITED, UnavailableReason.RATE, cooledBy(failure));
            case UNTIL_RESET -> rest(accountId, medium, MediumStatus.UNAVAILABLE, UnavailableReason.QUOTA,
                    failure.resetAt() == null ? quotaReset(accountId) : failure.resetAt());
            case SUSPEND_RISK ->
                rest(accountId, medium, MediumStatus.UNAVAILABLE, UnavailableReason.RISK, null);
            case SUSPEND_AUTH -> switchOffForAuth(accountId);
            case NOT_THIS_MODEL -> excludeModel(accountId, model);
        }
        if (effect != AccountEffect.NONE) {
            straining.by(accountId, medium, failure.kind());
        }
    }

    void switchOffForAuth(String accountId) {
        for (Medium each : Medium.values()) {
            rest(accountId, each, MediumStatus.UNAVAILABLE, UnavailableReason.AUTH, null);
        }
    }

    private Instant cooledBy(Failure failure) {
        Duration told = failure.retryAfter() == null ? COOLDOWN : failure.retryAfter();
        return Instant.now(clock).plus(told.compareTo(LONGEST_COOLDOWN) > 0 ? LONGEST_COOLDOWN : told);
    }

    private Instant quotaReset(String accountId) {
        return jdbc.sql("select quota_reset_time from jimeng_accounts where id = :id").param("id", accountId)
                .query((row, n) -> dialect.instant(row, "quota_reset_time")).optional().orElse(null);
    }

    /** A medium that rests already keeps its first time, and its reason unless the new one lasts longer; null: for good. */
    private void rest(String accountId, Medium medium, MediumStatus status, UnavailableReason reason, Instant until) {
        jdbc.sql("""
                update jimeng_accounts
                   set {m}_generation_status = :status, {m}_unavailable_reason = :reason,
                       {m}_unavailable_until = :until,
                       {m}_unavailable_time = coalesce({m}_unavailable_time, :now), update_time = :now
                 where id = :id and ({m}_generation_status = 1 or {m}_unavailable_reason in ('rate', 'quota') LONGER)
                """.replace("LONGER", until == null ? "" : "and {m}_unavailable_until < :until").replace("{m}",
                medium.word())).param("status", status.code()).param("reason", reason.word())
                .param("until", dialect.instant(until)).param("now", dialect.instant(Instant.now(clock)))
                .param("id", accountId).update();
    }

    private void excludeModel(String accountId, String model) {
        String json = jdbc.sql("select not_models from jimeng_accounts where id = :id").param("id", accountId)
                .query((row, n) -> row.getString(1) == null ? "[]" : row.getString(1)).single();
        Set<String> models = new LinkedHashSet<>(Json.read(json, NAMES));
        models.add(model);
        jdbc.sql("update jimeng_accounts set not_models = :models where id = :id").param("models", Json.write(models))
                .param("id", accountId).update();
    }
}
