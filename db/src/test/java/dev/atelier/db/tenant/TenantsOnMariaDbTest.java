package dev.atelier.db.tenant;

import dev.atelier.db.testing.TestDatabase;

class TenantsOnMariaDbTest extends TenantsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
