package dev.atelier.db.catalogue;

import dev.atelier.db.testing.TestDatabase;

class CatalogueOnPostgresTest extends CatalogueContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
