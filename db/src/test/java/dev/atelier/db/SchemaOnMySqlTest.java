package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class SchemaOnMySqlTest extends SchemaContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
