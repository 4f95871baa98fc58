package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class RegeneratingOnMySqlTest extends RegeneratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
