package dev.atelier.db.tenant;

import dev.atelier.db.testing.TestDatabase;

class TenantsOnPostgresTest extends TenantsContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
