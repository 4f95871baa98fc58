package dev.atelier.db.sample;

import dev.atelier.db.testing.TestDatabase;

class SamplesOnMariaDbTest extends SamplesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
