package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class DecidingOnPostgresTest extends DecidingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
