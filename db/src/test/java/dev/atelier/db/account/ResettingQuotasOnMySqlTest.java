package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ResettingQuotasOnMySqlTest extends ResettingQuotasContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
