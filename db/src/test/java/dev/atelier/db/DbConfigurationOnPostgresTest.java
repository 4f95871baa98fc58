package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class DbConfigurationOnPostgresTest extends DbConfigurationContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
