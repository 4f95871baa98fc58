package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class LateAnswersOnMySqlTest extends LateAnswersContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
