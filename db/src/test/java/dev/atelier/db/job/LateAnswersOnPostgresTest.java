package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateAnswersOnPostgresTest extends LateAnswersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
