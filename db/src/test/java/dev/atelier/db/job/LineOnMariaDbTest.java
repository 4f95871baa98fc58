package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LineOnMariaDbTest extends LineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
