package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RacingWorkersOnMySqlTest extends RacingWorkersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
