package dev.atelier.db.webhook;

import dev.atelier.db.testing.TestDatabase;

class WebhooksOnPostgresTest extends WebhooksContract {

    @Override
    protected TestDatabase database() {
        return TestDatabase.postgres();
    }
}
