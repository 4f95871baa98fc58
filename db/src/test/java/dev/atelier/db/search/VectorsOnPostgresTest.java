package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class VectorsOnPostgresTest extends VectorsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
