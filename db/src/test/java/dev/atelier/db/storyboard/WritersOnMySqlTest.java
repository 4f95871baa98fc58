package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class WritersOnMySqlTest extends WritersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
