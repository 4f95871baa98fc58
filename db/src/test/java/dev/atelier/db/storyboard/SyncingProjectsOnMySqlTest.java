package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class SyncingProjectsOnMySqlTest extends SyncingProjectsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
