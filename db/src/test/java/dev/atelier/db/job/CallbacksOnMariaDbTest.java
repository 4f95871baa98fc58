package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class CallbacksOnMariaDbTest extends CallbacksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
