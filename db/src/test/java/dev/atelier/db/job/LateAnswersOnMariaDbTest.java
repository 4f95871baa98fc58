package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateAnswersOnMariaDbTest extends LateAnswersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
