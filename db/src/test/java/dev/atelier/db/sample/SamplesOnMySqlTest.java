package dev.atelier.db.sample;

import dev.atelier.db.testing.TestDatabase;

class SamplesOnMySqlTest extends SamplesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
