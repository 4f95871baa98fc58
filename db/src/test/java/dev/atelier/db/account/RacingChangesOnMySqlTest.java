package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RacingChangesOnMySqlTest extends RacingChangesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
