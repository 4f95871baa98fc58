package dev.atelier.faults.check;

import dev.atelier.db.testing.TestDatabase;

class CheckerOnMariaDbTest extends CheckerContract {
    @Override
    TestDatabase database() {
        return TestDatabase.mariaDb();
    }

    @Override
    String dropping(String table, String constraint) {
        return "alter table " + table + " drop "
                + (constraint.equals("PRIMARY") ? "primary key" : "index " + constraint);
    }
}
