package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class OlderRowsOnPostgresTest extends OlderRowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
