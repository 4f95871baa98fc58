package dev.atelier.db.webhook;

import dev.atelier.db.testing.TestDatabase;

class WebhooksOnMySqlTest extends WebhooksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mySql();
    }
}
