package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class ZonesOnMySqlTest extends ZonesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
