package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class WaitsOnPostgresTest extends WaitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
