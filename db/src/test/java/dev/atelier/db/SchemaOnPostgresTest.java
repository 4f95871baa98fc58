package dev.atelier.db;

import dev.atelier.db.testing.TestDatabase;

class SchemaOnPostgresTest extends SchemaContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
