package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class TracingOnMariaDbTest extends TracingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
