package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RotatingKeysOnMySqlTest extends RotatingKeysContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
