package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class RecoveringOnPostgresTest extends RecoveringContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
