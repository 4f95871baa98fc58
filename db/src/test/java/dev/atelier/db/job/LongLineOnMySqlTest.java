package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LongLineOnMySqlTest extends LongLineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
