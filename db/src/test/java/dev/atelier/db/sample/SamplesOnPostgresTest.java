package dev.atelier.db.sample;

import dev.atelier.db.testing.TestDatabase;

class SamplesOnPostgresTest extends SamplesContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
