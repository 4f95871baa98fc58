package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class AccountsOnPostgresTest extends AccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
