package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class FindingOnPostgresTest extends FindingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
