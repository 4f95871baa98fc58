package dev.atelier.db.job;

import dev.atelier.db.testing.TestDatabase;

class ConvertingOnMySqlTest extends ConvertingContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
