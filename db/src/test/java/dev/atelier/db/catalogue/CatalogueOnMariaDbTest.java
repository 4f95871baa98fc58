package dev.atelier.db.catalogue;

import dev.atelier.db.testing.TestDatabase;

class CatalogueOnMariaDbTest extends CatalogueContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
