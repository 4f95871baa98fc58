package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class SchemaOnMariaDbTest extends SchemaContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
