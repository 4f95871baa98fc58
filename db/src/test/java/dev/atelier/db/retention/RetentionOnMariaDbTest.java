package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RetentionOnMariaDbTest extends RetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
