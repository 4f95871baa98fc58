package dev.atelier.db.seeds;

import dev.atelier.db.testing.TestDatabase;

class SeedsOnMySqlTest extends SeedsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
