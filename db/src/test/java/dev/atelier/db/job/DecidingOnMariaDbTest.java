package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class DecidingOnMariaDbTest extends DecidingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
