package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class DecidingOnMySqlTest extends DecidingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
