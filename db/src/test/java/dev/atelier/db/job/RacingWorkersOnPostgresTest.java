package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RacingWorkersOnPostgresTest extends RacingWorkersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
