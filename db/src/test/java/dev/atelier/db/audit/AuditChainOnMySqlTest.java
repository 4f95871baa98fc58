package dev.atelier.db.audit;

import dev.atelier.db.testing.TestDatabase;

class AuditChainOnMySqlTest extends AuditChainContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
