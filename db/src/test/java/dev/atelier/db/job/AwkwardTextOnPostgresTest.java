package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class AwkwardTextOnPostgresTest extends AwkwardTextContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
