package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class SyncingProjectsOnPostgresTest extends SyncingProjectsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
