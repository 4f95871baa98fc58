package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RacingWorkersOnMariaDbTest extends RacingWorkersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
