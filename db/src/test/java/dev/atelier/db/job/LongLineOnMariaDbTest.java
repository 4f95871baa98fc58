package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LongLineOnMariaDbTest extends LongLineContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
