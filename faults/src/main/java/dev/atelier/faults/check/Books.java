package dev.atelier.faults.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The database, read past everything that guards it. PostgreSQL and MySQL; statements here run on both. */
public final class Books implements AutoCloseable {
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);

    private final Connection connection;
    private final boolean postgres;

    private Books(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    public static Books open(String jdbc, String user, String password) {
        try {
            return new Books(DriverManager.getConnection(jdbc, user, password));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + jdbc + ": " + e.getMessage(), e);
        }
    }

    /** @param url as {@code DATABASE_URL} in {@code var/demo.env}: {@code postgresql://user:password@host:port/name} */
    public static Books open(String url) {
        URI uri = URI.create(url);
        String[] who = uri.getRawUserInfo().split(":", 2);
        String tail = uri.getScheme().equals("mysql") ? "?connectionTimeZone=UTC" : "";
        return open("jdbc:" + uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + tail,
                decoded(who[0]), decoded(who.length > 1 ? who[1] : ""));
    }

    /** A row becomes what {@code reading} makes of it. */
    <T> List<T> read(String sql, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (row.next())
                all.add(reading.of(row));
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in " + sql, e);
        }
    }

    /** Each row is a violation: its first column says where, its second what. */
    List<Violation> violations(String table, String sql) {
        return read(sql, row -> new Violation(table + " " + row.getString(1), row.getString(2)));
    }

    long number(String sql) {
        return read(sql, row -> row.getLong(1)).getFirst();
    }

    /** As this database writes it in a statement. */
    String at(Instant instant) {
        return postgres
                ? "timestamptz '" + PLAIN.format(instant) + "+00'"
                : "timestamp '" + PLAIN.format(instant) + "'";
    }

    /** A name that may be a word of the language, such as {@code window}. */
    String quoted(String column) {
        return postgres ? '"' + column + '"' : '`' + column + '`';
    }

    String text(String column) {
        return postgres ? "cast(" + column + " as text)" : "cast(" + column + " as char)";
    }

    String together(String... parts) {
        return "concat(" + String.join(", ", parts) + ")";
    }

    /** Tables of this schema with their columns that hold text. */
    List<String[]> textColumns() {
        return read("""
                select table_name, column_name from information_schema.columns
                 where table_schema = %s and data_type in ('character varying', 'text', 'jsonb', 'character', 'varchar',
                       'char', 'json', 'mediumtext', 'longtext', 'tinytext', 'bytea', 'varbinary', 'blob')
                 order by table_name, column_name
                """.formatted(postgres ? "current_schema()" : "database()"),
                row -> new String[]{row.getString(1), row.getString(2)});
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
