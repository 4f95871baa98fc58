package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class LimitsOnMariaDbTest extends LimitsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
