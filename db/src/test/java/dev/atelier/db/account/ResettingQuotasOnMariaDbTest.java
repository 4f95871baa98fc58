package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ResettingQuotasOnMariaDbTest extends ResettingQuotasContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
