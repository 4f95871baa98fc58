package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class WritersOnPostgresTest extends WritersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
