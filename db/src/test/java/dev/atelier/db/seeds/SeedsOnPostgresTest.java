package dev.atelier.db.seeds;

import dev.atelier.db.testing.TestDatabase;

class SeedsOnPostgresTest extends SeedsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
