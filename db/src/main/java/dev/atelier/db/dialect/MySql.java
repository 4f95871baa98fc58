package dev.atelier.db.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** DATETIME(6) holds UTC. As LocalDateTime no driver and no session shifts it by a zone. */
final class MySql implements Dialect {

    @Override
    public String vendor() {
        return "mysql";
    }

    @Override
    public Object instant(Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    @Override
    public Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime read = row.getObject(column, LocalDateTime.class);
        return read == null ? null : read.toInstant(ZoneOffset.UTC);
    }

    /** Each server reads the comment that is meant for it: MySQL counts milliseconds, MariaDB seconds. */
    static String limiting(Limits limits) {
        String locks = limits.lockWait().isZero() ? "default" : String.valueOf(limits.lockSeconds());
        return """
                set session innodb_lock_wait_timeout = %1$s
                 /*!80000 , session max_execution_time = %2$d000 */ /*M! , session max_statement_time = %2$d */
                """.formatted(locks, limits.statementSeconds());
    }

    @Override
    public String afterBrokenMigration() {
        return "MySQL cannot undo what it had done until then: restore the backup made before it; or remove the cause,"
                + " drop what this migration made, delete its row (success = 0) from flyway_schema_history if there is"
                + " one, then start again";
    }

    /** {@code max_execution_time} is for SELECT alone. */
    @Override
    public boolean endsLongWrites() {
        return false;
    }

    /** Not {@code insert ignore}, which would swallow other troubles as well. */
    @Override
    public String orNothing(String column) {
        return " on duplicate key update " + column + " = " + column;
    }

    @Override
    public String quoted(String identifier) {
        return '`' + identifier + '`';
    }

    /** As bytes: else a collation may hold 'a' and 'A' for the same. */
    @Override
    public String differ(String one, String other) {
        return "not (" + bytes(one) + " <=> " + bytes(other) + ")";
    }

    private static String bytes(String value) {
        return "cast(convert(" + value + " using utf8mb4) as binary)";
    }

    @Override
    public String same(String one, String other) {
        return one + " = " + other;
    }

    @Override
    public String isTrue(String flag) {
        return "coalesce(" + flag + " + 0 <> 0, false)";
    }

    @Override
    public String hasTerms(String column, String parameter) {
        return "match (" + column + ") against (" + parameter + " in boolean mode)";
    }

    @Override
    public String terms(List<String> terms) {
        return terms.stream().map(term -> "+" + term).collect(Collectors.joining(" "));
    }

    @Override
    public String partsOfLog() {
        return """
                select substr(partition_name, 3) from information_schema.partitions
                 where table_schema = database() and table_name = :log and partition_name is not null order by 1
                """;
    }

    /** The wait for a table's definition has a limit of its own, of a year, and whoever comes meanwhile waits too. */
    @Override
    public List<String> newPart(String log, String part, String from, String until) {
        return List.of("set session lock_wait_timeout = 5",
                "alter table " + log + " reorganize partition p_later into (partition p_" + part
                        + " values less than ('" + until + "'), partition p_later values less than (maxvalue))",
                "set session lock_wait_timeout = default");
    }

    @Override
    public String dropParts(String log, List<String> parts) {
        return "alter table " + log + " drop partition "
                + parts.stream().map(part -> "p_" + part).collect(Collectors.joining(", "));
    }
}
