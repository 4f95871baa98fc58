package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class TracingOnMySqlTest extends TracingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
