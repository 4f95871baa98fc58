package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class OtherNamesOnPostgresTest extends OtherNamesContract {

    @Override
    protected TestDatabase migrated() {
        return TestDatabase.postgres();
    }
}
