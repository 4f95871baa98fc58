package dev.atelier.db.storyboard;

import dev.atelier.db.testing.TestDatabase;

class StoryboardsOnMySqlTest extends StoryboardsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
