package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class LeadingAccountsOnMySqlTest extends LeadingAccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
