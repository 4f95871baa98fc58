package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class RegeneratingOnMariaDbTest extends RegeneratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
