package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class AccountsOnMariaDbTest extends AccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
