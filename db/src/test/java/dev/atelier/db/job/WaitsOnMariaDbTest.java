package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class WaitsOnMariaDbTest extends WaitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
