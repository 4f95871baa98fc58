package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class DbConfigurationOnMySqlTest extends DbConfigurationContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
