package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class FindingOnMariaDbTest extends FindingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
