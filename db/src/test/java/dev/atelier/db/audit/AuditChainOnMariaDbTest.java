package dev.atelier.db.audit;

import dev.atelier.db.testing.TestDatabase;

class AuditChainOnMariaDbTest extends AuditChainContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
