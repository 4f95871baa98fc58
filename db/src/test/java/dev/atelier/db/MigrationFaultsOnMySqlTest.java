package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class MigrationFaultsOnMySqlTest extends MigrationFaultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
