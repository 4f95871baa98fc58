package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class DbConfigurationOnMariaDbTest extends DbConfigurationContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
