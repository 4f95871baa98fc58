package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class CoolingDownOnPostgresTest extends CoolingDownContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
