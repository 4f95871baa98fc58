package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateResultsOnMySqlTest extends LateResultsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
