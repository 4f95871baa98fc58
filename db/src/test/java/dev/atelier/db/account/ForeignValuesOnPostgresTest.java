package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ForeignValuesOnPostgresTest extends ForeignValuesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
