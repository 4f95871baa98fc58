package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ResettingQuotasOnPostgresTest extends ResettingQuotasContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
