package dev.atelier.db.search;

import dev.atelier.db.testing.TestDatabase;

class SearchOnPostgresTest extends SearchContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
