package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ArrowsOnMySqlTest extends ArrowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
