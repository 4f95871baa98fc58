package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ModeratingOnPostgresTest extends ModeratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
