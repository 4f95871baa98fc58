package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class AccountsOnMySqlTest extends AccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
