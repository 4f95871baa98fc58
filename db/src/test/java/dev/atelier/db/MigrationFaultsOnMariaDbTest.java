package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class MigrationFaultsOnMariaDbTest extends MigrationFaultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
