package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ArrowsOnMariaDbTest extends ArrowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
