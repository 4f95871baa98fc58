package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class AwkwardTextOnMySqlTest extends AwkwardTextContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
