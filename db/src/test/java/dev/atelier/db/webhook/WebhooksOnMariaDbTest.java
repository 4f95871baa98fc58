package dev.atelier.db.webhook;

import dev.atelier.db.testing.TestDatabase;

class WebhooksOnMariaDbTest extends WebhooksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
