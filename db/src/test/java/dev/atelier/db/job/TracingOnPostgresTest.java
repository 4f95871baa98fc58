package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class TracingOnPostgresTest extends TracingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
