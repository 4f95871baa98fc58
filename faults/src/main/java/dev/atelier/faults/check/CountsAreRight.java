package dev.atelier.faults.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An account's counters are what the ledger says was sent since its last reset. */
final class CountsAreRight implements Invariant {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BORN_AT_NIGHT = Duration.ofHours(1);

    @Override
    public String name() {
        return "I4";
    }

    @Override
    public String says() {
        return "counters are what the ledger says";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        for (String medium : List.of("image", "video", "mesh"))
            evidence.books().read("select id, " + medium + "_count, quota_reset_time, create_time from jimeng_accounts",
                    row -> compare(evidence.books(), medium, row, found));
        return found;
    }

    private static boolean compare(Books books, String medium, ResultSet row, List<Violation> found)
            throws SQLException {
        String id = row.getString(1);
        long counted = row.getLong(2);
        Instant created = at(row.getTimestamp(4));
        Instant since = row.getTimestamp(3) == null ? created : at(row.getTimestamp(3)).minus(DAY);
        // The first day of an account made just after midnight is longer than a day.
        if (!created.isBefore(since.minus(BORN_AT_NIGHT)))
            since = created.minus(DAY);
        long sent = books.number("""
                select count(*) from submissions where account_id = '%s' and medium = '%s'
                   and state in ('sent', 'made', 'failed', 'ambiguous', 'written_off')
                   and coalesce(sent_at, granted_at, created_at) >= %s
                """.formatted(id, medium, books.at(since)));
        if (counted != sent)
            found.add(new Violation("jimeng_accounts " + id,
                    medium + "_count is " + counted + ", the ledger has " + sent));
        return counted == sent;
    }

    private static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
