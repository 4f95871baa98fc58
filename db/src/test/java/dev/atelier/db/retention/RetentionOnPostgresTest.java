package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RetentionOnPostgresTest extends RetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
