package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LineOnPostgresTest extends LineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
