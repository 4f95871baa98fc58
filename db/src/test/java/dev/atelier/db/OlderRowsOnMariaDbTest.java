package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class OlderRowsOnMariaDbTest extends OlderRowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
