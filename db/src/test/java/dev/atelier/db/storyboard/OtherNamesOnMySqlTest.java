package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class OtherNamesOnMySqlTest extends OtherNamesContract {

    @Override
    protected TestDatabase migrated() {
        return TestDatabase.mySql();
    }
}
