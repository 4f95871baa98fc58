package dev.atelier.db.account;

import java.time.Instant;
import java.util.Arrays;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.job.Medium;

/** Ends rests whose time is over; what a person must look at has no such time. */
@Component
public class CoolingDown {

    private static final String RESTED = """
             image_generation_status in (0, 2) and image_unavailable_until <= ?
             and image_unavailable_reason in ('quota', 'rate')
            """;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Lines lines;
    private final Transactions transactions;

    CoolingDown(JdbcClient sql, Dialect dialect, Lines lines, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.lines = lines;
        this.transactions = transactions;
    }

    /** @return how many mediums of accounts are available again */
    public int end(Instant now) {
        return Arrays.stream(Medium.values()).mapToInt(medium -> end(medium, now)).sum();
    }

    private int end(Medium medium, Instant now) {
        return sql.sql("select distinct provider from jimeng_accounts where " + rested(medium) + " order by provider")
                .param(dialect.instant(now)).query(String.class).list().stream()
                .mapToInt(provider -> transactions.in(() -> {
                    lines.lock(provider);
                    int ended = end(provider, medium, now);
                    lines.serve(provider);
                    return ended;
                })).sum();
    }

    private int end(String provider, Medium medium, Instant now) {
        return sql.sql("""
                update jimeng_accounts
                   set image_generation_status = 1, image_unavailable_time = null, image_unavailable_reason = null,
                       image_unavailable_until = null, update_time = ?
                 where provider = ? and
                """.replace("image_", medium.word() + "_") + rested(medium)).param(dialect.instant(now)).param(provider)
                .param(dialect.instant(now)).update();
    }

    private static String rested(Medium medium) {
        return RESTED.replace("image_", medium.word() + "_");
    }
}
