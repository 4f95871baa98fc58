package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class LeadingAccountsOnMariaDbTest extends LeadingAccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
