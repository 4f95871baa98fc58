package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ForeignValuesOnMySqlTest extends ForeignValuesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
