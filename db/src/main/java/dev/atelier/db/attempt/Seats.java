package dev.atelier.db.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.line.Seat;

/** Accounts with a free slot. Used today counts what was sent and what is held but not yet sent. */
@Component
class Seats {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Dialect dialect;

    Seats(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    List<Seat> free(String provider, Medium medium) {
        // The medium's word is one of three constants, so it may stand in a column's name.
        String sql = """
                select * from (
                  select a.id, a.org_id, a.priority, a.create_time, a.models, a.not_models,
                         a.{m}_slots as slots, a.{m}_count as used, a.{m}_day_limit as day_limit,
                         (select coalesce(sum(1 << s.slot), 0) from submissions s
                           where s.held_by = a.id and s.medium = '{m}') as mask,
                         (select count(*) from submissions s where s.held_by = a.id and s.medium = '{m}') as held,
                         (select count(*) from submissions s
                           where s.held_by = a.id and s.medium = '{m}' and s.counted = false) as unsent
                    from jimeng_accounts a
                   where a.provider = :provider and a.account_status = 0 and a.is_deleted = false
                     and a.{m}_generation_status = 1) t
                 where t.held < t.slots and (t.day_limit is null or t.used + t.unsent < t.day_limit)
                """.replace("{m}", medium.word());
        return jdbc.sql(sql).param("provider", provider)
                .query((row, n) -> new Seat(row.getString("id"), row.getString("org_id"), row.getInt("priority"),
                        row.getInt("slots"), row.getInt("mask"), row.getInt("used") + row.getInt("unsent"),
                        left(row), dialect.instant(row, "create_time"), names(row.getString("models")),
                        names(row.getString("not_models")) == null ? Set.of() : names(row.getString("not_models"))))
                .list();
    }

    private static int left(ResultSet row) throws SQLException {
        Integer limit = row.getObject("day_limit", Integer.class);
        return limit == null ? Integer.MAX_VALUE : limit - row.getInt("used") - row.getInt("unsent");
    }

    private static Set<String> names(String json) {
        return json == null ? null : new HashSet<>(Json.read(json, NAMES));
    }
}
