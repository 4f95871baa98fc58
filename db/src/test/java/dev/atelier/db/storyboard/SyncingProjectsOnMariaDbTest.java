package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class SyncingProjectsOnMariaDbTest extends SyncingProjectsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
