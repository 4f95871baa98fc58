package dev.atelier.db.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.domain.account.Site;
import dev.atelier.db.account.ForeignValues;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.account.Health;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.line.Seat;

/**
 * Accounts with a free slot; none where the provider is stopped, fewer slots while an account warms up. Used today
 * counts what was sent and what is held but not yet sent.
 */
@Component
class Seats {

    private static final String FREE = """
            where t.held < t.slots and (t.day_limit is null or t.used + t.unsent < t.day_limit)
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final PoolSettings settings;
    private final Clock clock;

    Seats(JdbcClient jdbc, Dialect dialect, Catalogue catalogue, DbSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.settings = settings.pool();
        this.clock = clock;
    }

    List<Seat> free(String provider, Medium medium) {
        return seats(provider, medium, FREE);
    }

    /** Also those that are full. */
    List<Seat> all(String provider, Medium medium) {
        return seats(provider, medium, "");
    }

    private List<Seat> seats(String provider, Medium medium, String which) {
        Instant now = Instant.now(clock);
        // The medium's word is one of three constants, so it may stand in a column's name.
        String sql = """
                select * from (
                  select a.id, a.org_id, a.priority, a.create_time, a.models, a.not_models, a.site_type,
                         a.strain, a.strain_at,
                         case when a.warm_until > :now and a.{m}_slots > {warm} then {warm}
                              else a.{m}_slots end as slots, a.{m}_count as used, a.{m}_day_limit as day_limit,
                         (select coalesce(sum(1 << s.slot), 0) from submissions s
                           where s.held_by = a.id and s.medium = '{m}') as mask,
                         (select count(*) from submissions s where s.held_by = a.id and s.medium = '{m}') as held,
                         (select count(*) from submissions s
                           where s.held_by = a.id and s.medium = '{m}' and s.counted = false) as unsent
                    from jimeng_accounts a
                   where a.provider = :provider and a.account_status = 0 and a.is_deleted = false
                     and a.{m}_generation_status = 1
                     and not exists (select 1 from pool_stops p where p.provider = a.provider and p.until > :now)) t
                 {which}
                """.replace("{which}", which).replace("{m}", medium.word()).replace("{warm}",
                Integer.toString(settings.warmUpSlots()));
        return jdbc.sql(sql).param("provider", provider).param("now", dialect.instant(now))
                .query((row, n) -> new Seat(row.getString("id"), row.getString("org_id"), row.getInt("priority"),
                        row.getInt("slots"), row.getInt("mask"), row.getInt("used") + row.getInt("unsent"),
                        left(row), health(row).worn(now), dialect.instant(row, "create_time"),
                        models(row),
                        notModels(row, provider)))
                .list();
    }

    private Health health(ResultSet row) throws SQLException {
        return new Health(row.getInt("strain"), dialect.instant(row, "strain_at"));
    }

    private static int left(ResultSet row) throws SQLException {
        Integer limit = row.getObject("day_limit", Integer.class);
        return limit == null ? Integer.MAX_VALUE : limit - row.getInt("used") - row.getInt("unsent");
    }

    /** Null: all. One odd row must not stop the line: whose lists cannot be read gets nothing. */
    private static Set<String> models(ResultSet row) throws SQLException {
        List<String> models = ForeignValues.models(row.getString("models"));
        return !ForeignValues.isList(row.getString("not_models"))
                ? Set.of()
                : models == null ? null : Set.copyOf(models);
    }

    /** Also those that its site has not: asked there, some providers make another model of it and say nothing. */
    private Set<String> notModels(ResultSet row, String provider) throws SQLException {
        Set<String> not = new HashSet<>(catalogue.notAt(Site.of(row.getInt("site_type")), provider));
        List<String> models = ForeignValues.models(row.getString("not_models"));
        not.addAll(models == null ? List.of() : models);
        return Set.copyOf(not);
    }
}
