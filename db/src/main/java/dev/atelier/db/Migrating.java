package dev.atelier.db;

import java.sql.SQLException;
import java.util.Arrays;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Dialect;

/** Brings a database to this software's schema. Processes that start together wait for one another. */
public final class Migrating {

    private Migrating() {
    }

    /**
     * @return how many migrations were needed
     * @throws IllegalStateException when the database is newer than this software, or a migration broke off in it
     */
    public static int run(DataSource database) {
        Flyway flyway = looked(database);
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException broke) {
            throw new IllegalStateException("a migration broke off: " + broke.getMessage().strip() + "\n"
                    + dialect(database).afterBrokenMigration(), broke);
        }
    }

    /** @throws IllegalStateException when the database is not at this software's schema, saying what to do */
    public static void check(DataSource database) {
        MigrationInfo[] pending = looked(database).info().pending();
        if (pending.length > 0) {
            throw new IllegalStateException("the database lacks " + pending.length + " migration(s), the first is "
                    + pending[0].getVersion() + ": run 'java -jar atelier.jar migrate', or start the application");
        }
    }

    private static Flyway looked(DataSource database) {
        Flyway flyway = Flyway.configure().dataSource(database).locations(folder(database))
                .validateMigrationNaming(true)
                .load();
        for (MigrationInfo migration : flyway.info().all()) {
            refuse(migration);
        }
        return flyway;
    }

    private static String folder(DataSource database) {
        return "classpath:atelier/migration/" + dialect(database).vendor();
    }

    private static Dialect dialect(DataSource database) {
        try {
            return Databases.dialect(database);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("cannot reach the database: " + unreachable.getMessage(), unreachable);
        }
    }

    private static void refuse(MigrationInfo migration) {
        MigrationState state = migration.getState();
        if (state.isFailed()) {
            throw new IllegalStateException("migration " + migration.getVersion() + " (" + migration.getDescription()
                    + ") broke off in this database: restore the backup made before it, or mend the schema by hand and"
                    + " delete its row from flyway_schema_history");
        }
        if (Arrays.asList(MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS).contains(state)) {
            throw new IllegalStateException("the database has migration " + migration.getVersion()
                    + ", which this software does not know: start the newer software that made it");
        }
    }
}
