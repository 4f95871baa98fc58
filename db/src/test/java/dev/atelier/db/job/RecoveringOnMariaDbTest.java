package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RecoveringOnMariaDbTest extends RecoveringContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
