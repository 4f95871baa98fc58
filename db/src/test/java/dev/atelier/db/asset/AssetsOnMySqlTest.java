package dev.atelier.db.asset;

import dev.atelier.db.testing.TestDatabase;

class AssetsOnMySqlTest extends AssetsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
