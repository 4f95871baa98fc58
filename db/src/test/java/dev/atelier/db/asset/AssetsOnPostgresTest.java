package dev.atelier.db.asset;

import dev.atelier.db.testing.TestDatabase;

class AssetsOnPostgresTest extends AssetsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
