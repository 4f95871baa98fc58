package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RotatingKeysOnPostgresTest extends RotatingKeysContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
