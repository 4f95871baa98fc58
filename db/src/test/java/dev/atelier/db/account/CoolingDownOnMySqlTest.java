package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class CoolingDownOnMySqlTest extends CoolingDownContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
