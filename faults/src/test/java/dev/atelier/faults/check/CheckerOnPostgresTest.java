package dev.atelier.faults.check;

import dev.atelier.db.testing.TestDatabase;

class CheckerOnPostgresTest extends CheckerContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    @Override
    String dropping(String table, String constraint) {
        return "alter table " + table + " drop constraint " + constraint.replace("PRIMARY", table + "_pkey");
    }
}
