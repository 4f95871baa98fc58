package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class OlderRowsOnMySqlTest extends OlderRowsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
