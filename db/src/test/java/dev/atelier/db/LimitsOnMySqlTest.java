package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class LimitsOnMySqlTest extends LimitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
