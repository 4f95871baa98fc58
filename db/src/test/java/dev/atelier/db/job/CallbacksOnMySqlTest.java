package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class CallbacksOnMySqlTest extends CallbacksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
