package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class VectorsOnMariaDbTest extends VectorsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
