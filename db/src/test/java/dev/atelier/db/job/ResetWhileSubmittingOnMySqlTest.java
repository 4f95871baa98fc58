package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ResetWhileSubmittingOnMySqlTest extends ResetWhileSubmittingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
