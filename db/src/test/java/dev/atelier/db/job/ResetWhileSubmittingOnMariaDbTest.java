package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ResetWhileSubmittingOnMariaDbTest extends ResetWhileSubmittingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
