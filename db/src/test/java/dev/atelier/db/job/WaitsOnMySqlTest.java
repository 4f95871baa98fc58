package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class WaitsOnMySqlTest extends WaitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
