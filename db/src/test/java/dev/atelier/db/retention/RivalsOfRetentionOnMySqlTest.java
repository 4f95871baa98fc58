package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RivalsOfRetentionOnMySqlTest extends RivalsOfRetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
