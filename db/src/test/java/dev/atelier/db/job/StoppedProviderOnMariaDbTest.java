package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class StoppedProviderOnMariaDbTest extends StoppedProviderContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
