package dev.atelier.db.account;

import java.time.Clock;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.account.Health;
import dev.atelier.domain.failure.Alike;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Medium;

/** What a failure leaves behind at its account; and where several fail alike, at their whole provider. */
@Component
class Straining {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final StopRows stops;
    private final PoolSettings settings;
    private final Clock clock;

    Straining(JdbcClient jdbc, Dialect dialect, StopRows stops, DbSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.stops = stops;
        this.settings = settings.pool();
        this.clock = clock;
    }

    private record Strained(String provider, Health health) {
    }

    void by(String accountId, Medium medium, ErrorKind kind) {
        Instant now = Instant.now(clock);
        if (Health.FULL.after(kind, now).equals(Health.FULL)) {
            return;
        }
        jdbc.sql("select provider, strain, strain_at from jimeng_accounts where id = :id for update")
                .param("id", accountId)
                .query((row, n) -> new Strained(row.getString("provider"),
                        new Health(row.getInt("strain"), dialect.instant(row, "strain_at"))))
                .optional().ifPresent(account -> {
                    write(accountId, account.health().after(kind, now));
                    if (Alike.counts(kind)) {
                        note(accountId, account.provider(), medium, kind, now);
                        stopIfSeveral(account.provider(), kind, now);
                    }
                });
    }

    private void write(String accountId, Health health) {
        jdbc.sql("update jimeng_accounts set strain = :strain, strain_at = :at where id = :id")
                .param("strain", health.strain()).param("at", dialect.instant(health.at())).param("id", accountId)
                .update();
    }

    private void note(String accountId, String provider, Medium medium, ErrorKind kind, Instant now) {
        jdbc.sql("""
                insert into account_troubles (id, account_id, provider, medium, kind, happened_at)
                values (:id, :account, :provider, :medium, :kind, :now)
                """).param("id", Ids.next()).param("account", accountId).param("provider", provider)
                .param("medium", medium.word()).param("kind", kind.word()).param("now", dialect.instant(now)).update();
    }

    private void stopIfSeveral(String provider, ErrorKind kind, Instant now) {
        if (settings.alikeAccounts() == 0) {
            return;
        }
        int accounts = jdbc.sql("""
                select count(distinct account_id) from account_troubles
                 where provider = :provider and kind = :kind and happened_at > :since
                """).param("provider", provider).param("kind", kind.word())
                .param("since", dialect.instant(now.minus(settings.alikeWithin()))).query(Integer.class).single();
        if (accounts >= settings.alikeAccounts()) {
            stops.stop(new PoolStop(provider, kind.word(), accounts + " accounts failed alike within "
                    + settings.alikeWithin().toMinutes() + " min: look for one cause before giving them back", now,
                    now.plus(settings.stopFor()), "pool"), now);
        }
    }
}
