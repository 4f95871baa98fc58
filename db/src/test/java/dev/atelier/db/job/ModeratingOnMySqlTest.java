package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ModeratingOnMySqlTest extends ModeratingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
