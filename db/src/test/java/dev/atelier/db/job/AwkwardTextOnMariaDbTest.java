package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class AwkwardTextOnMariaDbTest extends AwkwardTextContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
