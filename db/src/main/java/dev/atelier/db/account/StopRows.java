package dev.atelier.db.account;

import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

@Component
class StopRows {

    private static final Logger log = LoggerFactory.getLogger(StopRows.class);

    private final JdbcClient jdbc;
    private final Dialect dialect;

    StopRows(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** A stop that still lasts stays as it is. */
    boolean stop(PoolStop stop, Instant now) {
        jdbc.sql("delete from pool_stops where provider = :provider and until <= :now")
                .param("provider", stop.provider()).param("now", dialect.instant(now)).update();
        int made = jdbc.sql("""
                insert into pool_stops (provider, reason, detail, since, until, stopped_by)
                select :provider, :reason, :detail, :since, :until, :by
                  from (select count(*) as there from pool_stops where provider = :provider) standing
                 where there = 0
                """).param("provider", stop.provider()).param("reason", stop.reason()).param("detail", stop.detail())
                .param("since", dialect.instant(stop.since())).param("until", dialect.instant(stop.until()))
                .param("by", stop.by()).update();
        if (made == 1) {
            log.error("provider {} stopped until {}: {}, {}", stop.provider(), stop.until(), stop.reason(),
                    stop.detail());
        }
        return made == 1;
    }

    List<PoolStop> standing(Instant now) {
        return jdbc.sql("select * from pool_stops where until > :now order by provider")
                .param("now", dialect.instant(now))
                .query((row, n) -> new PoolStop(row.getString("provider"), row.getString("reason"),
                        row.getString("detail"), dialect.instant(row, "since"), dialect.instant(row, "until"),
                        row.getString("stopped_by")))
                .list();
    }

    List<String> over(Instant now) {
        return jdbc.sql("select provider from pool_stops where until <= :now").param("now", dialect.instant(now))
                .query(String.class).list();
    }

    boolean lift(String provider) {
        return jdbc.sql("delete from pool_stops where provider = :provider").param("provider", provider).update() == 1;
    }
}
