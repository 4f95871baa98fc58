package dev.atelier.db.audit;

import dev.atelier.db.testing.TestDatabase;

class AuditChainOnPostgresTest extends AuditChainContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
