package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class SearchOnMariaDbTest extends SearchContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
