package dev.atelier.db.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens a database the way this module needs it, and tells which it is. */
public final class Databases {

    private Databases() {
    }

    /**
     * READ COMMITTED on both engines; strings go to PostgreSQL untyped, so that one statement serves uuid, jsonb and
     * text; a database that is down is told within seconds.
     *
     * @param url JDBC URL of PostgreSQL or MySQL
     */
    public static HikariDataSource open(String url, String user, String password, int connections) {
        return open(url, user, password, connections, Limits.STANDARD);
    }

    /** @param limits of each connection; the driver gives up on a silent server half a minute after that */
    public static HikariDataSource open(String url, String user, String password, int connections, Limits limits) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_500);
        // A database that is not there yet is waited for by the first statement, not by the constructor.
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (url.startsWith("jdbc:postgresql:")) {
            config.addDataSourceProperty("stringtype", "unspecified");
            config.addDataSourceProperty("connectTimeout", "3");
            config.addDataSourceProperty("socketTimeout", String.valueOf(silence(limits)));
            config.setConnectionInitSql(PostgreSql.limiting(limits));
            config.addDataSourceProperty("tcpKeepAlive", "true");
        } else {
            config.addDataSourceProperty("connectTimeout", "3000");
            config.addDataSourceProperty("socketTimeout", String.valueOf(silence(limits) * 1_000));
            config.setConnectionInitSql(MySql.limiting(limits));
            config.addDataSourceProperty("tinyInt1isBit", "false");
            config.addDataSourceProperty("useAffectedRows", "false");
            config.addDataSourceProperty("characterEncoding", "UTF-8");
        }
        return new HikariDataSource(config);
    }

    private static int silence(Limits limits) {
        return limits.statement().isZero() ? 0 : limits.statementSeconds() + 30;
    }

    /** @throws IllegalStateException naming the database when it is neither */
    public static Dialect dialect(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product.toLowerCase(Locale.ROOT)) {
                case "postgresql" -> new PostgreSql();
                case "mysql", "mariadb" -> new MySql();
                default -> throw new IllegalStateException(
                        product + " is not supported: use PostgreSQL or MySQL in SPRING_DATASOURCE_URL");
            };
        }
    }

    static Dialect dialectOf(String url) {
        return url.startsWith("jdbc:postgresql:") ? new PostgreSql() : new MySql();
    }
}
