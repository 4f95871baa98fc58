package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class StoppedProviderOnPostgresTest extends StoppedProviderContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
