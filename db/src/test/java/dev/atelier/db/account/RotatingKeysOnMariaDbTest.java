package dev.atelier.db.account;

import dev.atelier.db.testing.TestDatabase;

class RotatingKeysOnMariaDbTest extends RotatingKeysContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
