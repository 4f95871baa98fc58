package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class CoolingDownOnMariaDbTest extends CoolingDownContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
