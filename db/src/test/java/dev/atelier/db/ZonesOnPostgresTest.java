package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class ZonesOnPostgresTest extends ZonesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
