package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class StoryboardsOnPostgresTest extends StoryboardsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
