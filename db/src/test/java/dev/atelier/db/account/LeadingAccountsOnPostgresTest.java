package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class LeadingAccountsOnPostgresTest extends LeadingAccountsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
