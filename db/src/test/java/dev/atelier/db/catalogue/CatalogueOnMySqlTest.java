package dev.atelier.db.catalogue;

import dev.atelier.db.testing.TestDatabase;

class CatalogueOnMySqlTest extends CatalogueContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
