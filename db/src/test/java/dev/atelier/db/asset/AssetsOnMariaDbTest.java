package dev.atelier.db.asset;

import dev.atelier.db.testing.TestDatabase;

class AssetsOnMariaDbTest extends AssetsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
