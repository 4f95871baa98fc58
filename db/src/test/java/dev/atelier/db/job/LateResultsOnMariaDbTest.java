package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateResultsOnMariaDbTest extends LateResultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
