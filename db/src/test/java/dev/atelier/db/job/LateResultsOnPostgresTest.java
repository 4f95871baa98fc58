package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateResultsOnPostgresTest extends LateResultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
