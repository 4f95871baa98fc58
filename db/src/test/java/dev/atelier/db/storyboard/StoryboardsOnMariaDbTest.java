package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class StoryboardsOnMariaDbTest extends StoryboardsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
