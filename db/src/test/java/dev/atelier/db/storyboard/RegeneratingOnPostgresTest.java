package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class RegeneratingOnPostgresTest extends RegeneratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
