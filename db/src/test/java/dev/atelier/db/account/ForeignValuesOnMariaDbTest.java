package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class ForeignValuesOnMariaDbTest extends ForeignValuesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
