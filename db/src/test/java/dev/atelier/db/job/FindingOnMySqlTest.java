package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class FindingOnMySqlTest extends FindingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
