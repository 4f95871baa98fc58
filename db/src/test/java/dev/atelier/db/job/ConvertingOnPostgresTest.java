package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ConvertingOnPostgresTest extends ConvertingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
