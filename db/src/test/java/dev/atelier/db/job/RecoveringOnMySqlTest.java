package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RecoveringOnMySqlTest extends RecoveringContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
