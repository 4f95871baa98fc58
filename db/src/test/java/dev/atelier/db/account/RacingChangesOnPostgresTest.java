package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RacingChangesOnPostgresTest extends RacingChangesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
