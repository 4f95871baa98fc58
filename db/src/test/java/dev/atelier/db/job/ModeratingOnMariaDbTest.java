package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ModeratingOnMariaDbTest extends ModeratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
