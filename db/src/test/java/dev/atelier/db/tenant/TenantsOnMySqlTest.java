package dev.atelier.db.tenant;

import dev.atelier.db.testing.TestDatabase;

class TenantsOnMySqlTest extends TenantsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
