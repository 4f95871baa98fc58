package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class VectorsOnMySqlTest extends VectorsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
