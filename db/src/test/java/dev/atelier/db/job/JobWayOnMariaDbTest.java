package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class JobWayOnMariaDbTest extends JobWayContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
