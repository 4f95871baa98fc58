package dev.atelier.db.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.account.QuotaDay;

/**
 * A new day for the accounts whose day is over: counters return to zero, and what rested because of quota or rate
 * comes back. Running it again finds nothing due.
 */
@Component
public class ResettingQuotas {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Lines lines;
    private final Transactions transactions;

    ResettingQuotas(JdbcClient sql, Dialect dialect, Lines lines, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.lines = lines;
        this.transactions = transactions;
    }

    /** @param zone as the row has it; one that nobody knows counts as the usual one */
    private record Due(String provider, String zone) {
    }

    /**
     * @param zone null: all zones
     * @return how many accounts were reset
     */
    public int reset(ZoneId zone, Instant now) {
        return due(now).stream().filter(each -> zone == null || ForeignValues.zone(each.zone()).equals(zone))
                .mapToInt(each -> transactions.in(() -> {
                    lines.lock(each.provider());
                    int reset = reset(each, now);
                    lines.serve(each.provider());
                    return reset;
                })).sum();
    }

    private List<Due> due(Instant now) {
        return sql.sql("""
                select distinct provider, zone from jimeng_accounts where quota_reset_time <= ? order by provider, zone
                """).param(dialect.instant(now))
                .query((row, number) -> new Due(row.getString("provider"), row.getString("zone"))).list();
    }

    /**
     * MySQL lets an assignment see the ones before it, PostgreSQL does not. So quota_reset_time, which every condition
     * reads, comes last, and a medium's time, which the others read, last of its four.
     */
    private int reset(Due due, Instant now) {
        String media = medium("image") + medium("video") + medium("mesh");
        return sql.sql("update jimeng_accounts set image_count = 0, video_count = 0, mesh_count = 0," + media + """
                       update_time = ?, quota_reset_time = ?
                 where provider = ? and zone = ? and quota_reset_time <= ?
                """).param(dialect.instant(now))
                .param(dialect.instant(new QuotaDay(ForeignValues.zone(due.zone())).nextReset(now)))
                .param(due.provider()).param(due.zone()).param(dialect.instant(now)).update();
    }

    private static String medium(String medium) {
        String back = """
                image_unavailable_time < quota_reset_time
                    and coalesce(image_unavailable_reason, 'quota') in ('quota', 'rate')
                """;
        return """
                 image_generation_status = case when BACK and image_generation_status in (0, 2) then 1
                                                else image_generation_status end,
                 image_unavailable_until = case when BACK then null else image_unavailable_until end,
                 image_unavailable_reason = case when BACK then null else image_unavailable_reason end,
                 image_unavailable_time = case when BACK then null else image_unavailable_time end,
                """.replace("BACK", back).replace("image_", medium + "_");
    }
}
