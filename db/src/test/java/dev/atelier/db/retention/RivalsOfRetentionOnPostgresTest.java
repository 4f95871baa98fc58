package dev.atelier.db.retention;

import dev.atelier.db.testing.TestDatabase;

class RivalsOfRetentionOnPostgresTest extends RivalsOfRetentionContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
