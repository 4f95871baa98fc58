package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class JobWayOnMySqlTest extends JobWayContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
