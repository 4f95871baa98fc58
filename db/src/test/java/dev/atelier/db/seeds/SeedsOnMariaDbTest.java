package dev.atelier.db.seeds;

import dev.atelier.db.testing.TestDatabase;

class SeedsOnMariaDbTest extends SeedsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
