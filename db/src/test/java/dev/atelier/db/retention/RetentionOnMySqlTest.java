package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RetentionOnMySqlTest extends RetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
