package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class MonthlyLogsOnMySqlTest extends MonthlyLogsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
