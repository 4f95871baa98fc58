package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ArrowsOnPostgresTest extends ArrowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
