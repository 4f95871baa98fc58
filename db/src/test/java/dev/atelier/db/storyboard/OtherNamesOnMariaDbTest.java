package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class OtherNamesOnMariaDbTest extends OtherNamesContract {

    @Override
    protected TestDatabase migrated() {
        return TestDatabase.mariaDb();
    }
}
