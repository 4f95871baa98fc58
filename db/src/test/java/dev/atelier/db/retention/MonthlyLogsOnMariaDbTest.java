package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class MonthlyLogsOnMariaDbTest extends MonthlyLogsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
