package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LongLineOnPostgresTest extends LongLineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
