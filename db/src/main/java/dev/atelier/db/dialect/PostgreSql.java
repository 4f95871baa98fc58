package dev.atelier.db.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

final class PostgreSql implements Dialect {

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public Object instant(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime read = row.getObject(column, OffsetDateTime.class);
        return read == null ? null : read.toInstant();
    }

    static String limiting(Limits limits) {
        return "set session statement_timeout = '%ds'; set session lock_timeout = '%ds'"
                .formatted(limits.statementSeconds(), limits.lockSeconds());
    }

    @Override
    public String afterBrokenMigration() {
        return "PostgreSQL has undone all of it: remove the cause, then start again";
    }

    @Override
    public boolean endsLongWrites() {
        return true;
    }

    @Override
    public String orNothing(String column) {
        return " on conflict do nothing";
    }

    @Override
    public String quoted(String identifier) {
        return '"' + identifier + '"';
    }

    @Override
    public String differ(String one, String other) {
        return "cast(" + one + " as text) is distinct from cast(" + other + " as text)";
    }

    @Override
    public String same(String one, String other) {
        return "cast(" + one + " as text) = cast(" + other + " as text)";
    }

    @Override
    public String isTrue(String flag) {
        return "coalesce(cast(" + flag + " as text) in ('true', '1'), false)";
    }

    /** The expression of the index {@code prompts_search}: terms are made by us, so no parser shall cut them. */
    @Override
    public String hasTerms(String column, String parameter) {
        return "array_to_tsvector(string_to_array(" + column + ", ' ')) @@ cast(" + parameter + " as tsquery)";
    }

    @Override
    public String terms(List<String> terms) {
        return terms.stream().map(term -> "'" + term + "'").collect(Collectors.joining(" & "));
    }

    @Override
    public String partsOfLog() {
        return """
                select substr(part.relname, length(cast(:log as text)) + 2)
                  from pg_inherits i join pg_class part on part.oid = i.inhrelid
                 where i.inhparent = to_regclass(:log) order by 1
                """;
    }

    /** Made apart and then attached, which does not stop those who write to the other parts. */
    @Override
    public List<String> newPart(String log, String part, String from, String until) {
        String table = log + "_" + part;
        return List.of("set local lock_timeout = '5s'", "set local time zone 'UTC'",
                "create table " + table + " (like " + log + " including all)",
                "alter table " + log + " attach partition " + table + " for values from ('" + from + "') to ('" + until
                        + "')");
    }

    @Override
    public String dropParts(String log, List<String> parts) {
        return "drop table " + parts.stream().map(part -> log + "_" + part).collect(Collectors.joining(", "));
    }
}
