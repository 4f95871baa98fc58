package dev.atelier.db.secret;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At the start: whether the configured keys open all that is sealed, before anything is sealed with a wrong one. */
@Component
class CheckingKeys {

    private static final Logger log = LoggerFactory.getLogger(CheckingKeys.class);
    /** Tink's first byte is 1; base64 of that begins so. */
    private static final Pattern SEALED = Pattern.compile("A[Q-Za-f].*");

    private final JdbcClient sql;
    private final Keyring keys;

    CheckingKeys(JdbcClient sql, Keyring keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** @throws WrongKey when something was sealed with a key that is not there */
    void check() {
        SealedColumn.ALL.forEach(this::check);
    }

    private void check(SealedColumn column) {
        marks(column).forEach((mark, count) -> {
            if (keys.marks().contains(mark)) {
                return;
            }
            if (SEALED.matcher(mark).matches()) {
                throw new WrongKey(count + " value(s) of " + column + " were sealed with a key that is not configured");
            }
            log.warn("{} value(s) of {} are not sealed; what needs them will fail", count, column);
        });
    }

    private Map<String, Long> marks(SealedColumn column) {
        record Marked(String mark, long count) {
        }
        return sql.sql(column.sql("""
                select left(sealed_column, :mark) as mark, count(*) as found
                  from sealed_table where sealed_column is not null group by 1
                """)).param("mark", Keyring.MARK)
                .query((row, number) -> new Marked(row.getString("mark"), row.getLong("found"))).list().stream()
                .collect(Collectors.toMap(Marked::mark, Marked::count, Long::sum));
    }
}
