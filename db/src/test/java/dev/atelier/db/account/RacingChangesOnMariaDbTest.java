package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RacingChangesOnMariaDbTest extends RacingChangesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
