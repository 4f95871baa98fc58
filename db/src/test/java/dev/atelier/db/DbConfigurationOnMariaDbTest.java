package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class DbConfigurationOnMariaDbTest extends DbConfigurationContract {

    @Override
    TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
