package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class MonthlyLogsOnPostgresTest extends MonthlyLogsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
