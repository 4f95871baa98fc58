package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ConvertingOnMariaDbTest extends ConvertingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
