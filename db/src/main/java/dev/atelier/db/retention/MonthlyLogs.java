package dev.atelier.db.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.audit.KeepingCheckpoints;
import dev.atelier.db.audit.Verdict;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;

/** Tables that are only ever added to, kept by month, so that years of them can be forgotten without deleting a row. */
@Component
public class MonthlyLogs {

    private static final Logger log = LoggerFactory.getLogger(MonthlyLogs.class);
    private static final List<Log> LOGS = List.of(new Log("job_events", "id"), new Log("provider_requests", "id"),
            new Log("audit_logs", "created_at"));
    private static final Pattern PART = Pattern
            .compile("(job_events|provider_requests|audit_logs)_(before|later|\\d{4}_\\d{2})");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu_MM");
    private static final int AHEAD = 3;
    /** Usual terms are 90 days. */
    private static final int KEPT = 3;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final KeepingCheckpoints checkpoints;
    private final Clock clock;

    MonthlyLogs(JdbcClient jdbc, Dialect dialect, Transactions transactions, KeepingCheckpoints checkpoints,
            Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Whether a name is that of a part, which PostgreSQL lists among the tables. */
    public static boolean isPart(String table) {
        return PART.matcher(table).matches();
    }

    /** Makes the months that are missing up to three ahead; the answer is how many. */
    public int ahead(AllOrganisations leave) {
        int made = 0;
        for (Log each : LOGS) {
            YearMonth last = months(each).stream().max(YearMonth::compareTo).orElse(now());
            for (YearMonth month = last.plusMonths(1); !month.isAfter(now().plusMonths(AHEAD)); month = month
                    .plusMonths(1)) {
                made += make(each, month) ? 1 : 0;
            }
        }
        return made;
    }

    private boolean make(Log each, YearMonth month) {
        try {
            transactions.run(() -> dialect
                    .newPart(each.table(), NAME.format(month), each.bound(month), each.bound(month.plusMonths(1)))
                    .forEach(statement -> jdbc.sql(statement).update()));
            return true;
        } catch (DataAccessException refused) {
            log.warn("{} has no part for {} yet, rows go to the last one: {}", each.table(), month,
                    refused.getMostSpecificCause().getMessage());
            return false;
        }
    }

    /** Logs that have no part for the coming month: their rows would go to the last part, which is never dropped. */
    public List<String> unprepared(AllOrganisations leave) {
        YearMonth next = now().plusMonths(1);
        return LOGS.stream().filter(each -> !months(each).contains(next)).map(Log::table).toList();
    }

    /** Parts that {@link #drop} would forget, each as table and part. */
    public List<String> older(AllOrganisations leave, YearMonth than) {
        return LOGS.stream().flatMap(each -> older(each, than).stream().map(part -> each.table() + " " + part))
                .toList();
    }

    /**
     * Forgets whole months for all organisations; checkpoints keep the audit chains verifiable.
     *
     * @param before the first month that stays, at least three months ago
     * @return chains that do not verify: then nothing was dropped
     */
    public List<Verdict> drop(AllOrganisations leave, YearMonth before) {
        if (before.isAfter(now().minusMonths(KEPT))) {
            throw new IllegalArgumentException("the last " + KEPT + " months stay: name " + now().minusMonths(KEPT)
                    + " or an earlier one");
        }
        List<Verdict> broken = checkpoints.before(start(before));
        if (broken.isEmpty()) {
            LOGS.forEach(each -> drop(each, before));
        }
        return broken;
    }

    private void drop(Log each, YearMonth before) {
        List<String> parts = older(each, before);
        transactions.run(() -> {
            if (!parts.isEmpty()) {
                jdbc.sql(dialect.dropParts(each.table(), parts)).update();
            }
            // What lies in the last part because its month had none: else a gap would open within a chain.
            jdbc.sql("delete from " + each.table() + " where " + each.key() + " < :bound")
                    .param("bound", each.key().equals("id") ? Ids.first(start(before)) : dialect.instant(start(before)))
                    .update();
        });
        log.info("{}: {} month(s) before {} dropped", each.table(), parts.size(), before);
    }

    /** The first part ends where the first month begins. */
    private List<String> older(Log each, YearMonth than) {
        List<String> older = new ArrayList<>();
        List<YearMonth> months = months(each);
        if (parts(each).contains("before") && months.stream().anyMatch(month -> !month.isAfter(than))) {
            older.add("before");
        }
        months.stream().filter(month -> month.isBefore(than)).map(NAME::format).forEach(older::add);
        return older;
    }

    private List<YearMonth> months(Log each) {
        return parts(each).stream().filter(part -> Character.isDigit(part.charAt(0)))
                .map(part -> YearMonth.parse(part, NAME)).toList();
    }

    private List<String> parts(Log each) {
        return jdbc.sql(dialect.partsOfLog()).param("log", each.table()).query(String.class).list();
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private record Log(String table, String key) {

        String bound(YearMonth month) {
            return key.equals("id") ? Ids.first(start(month)) : month.atDay(1).toString();
        }
    }
}
