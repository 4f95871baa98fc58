package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class LimitsOnPostgresTest extends LimitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
