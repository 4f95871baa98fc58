package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class ZonesOnMariaDbTest extends ZonesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
