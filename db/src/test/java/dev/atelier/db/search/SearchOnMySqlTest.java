package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class SearchOnMySqlTest extends SearchContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
