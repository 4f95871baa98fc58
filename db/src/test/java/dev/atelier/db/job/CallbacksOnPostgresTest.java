package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class CallbacksOnPostgresTest extends CallbacksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
