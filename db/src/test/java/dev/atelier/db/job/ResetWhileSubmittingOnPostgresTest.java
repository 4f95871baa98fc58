package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ResetWhileSubmittingOnPostgresTest extends ResetWhileSubmittingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
