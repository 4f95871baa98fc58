package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class JobWayOnPostgresTest extends JobWayContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
