package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class WritersOnMariaDbTest extends WritersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
