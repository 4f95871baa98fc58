package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class MigrationFaultsOnPostgresTest extends MigrationFaultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
