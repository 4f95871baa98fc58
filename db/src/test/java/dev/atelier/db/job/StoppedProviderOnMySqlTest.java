package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class StoppedProviderOnMySqlTest extends StoppedProviderContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
