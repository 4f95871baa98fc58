package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LineOnMySqlTest extends LineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
