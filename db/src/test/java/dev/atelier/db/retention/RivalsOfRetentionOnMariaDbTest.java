package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RivalsOfRetentionOnMariaDbTest extends RivalsOfRetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
