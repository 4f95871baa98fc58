package dev.atelier.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.atelier.db.testing.TestDatabase;

class RotateKeysCommandTest {

    private static final String NEW = "another key, forty characters like this!";

    @Test
    void rotating_says_what_it_did_and_the_old_key_alone_no_longer_fits() {
        try (TestDatabase database = TestDatabase.postgres()) {
            Console console = new Console().ready(database);
            assertThat(console.run("rotate-keys")).isZero();
            assertThat(console.out()).contains("sealed anew: 0 secret(s)");

            console.with("atelier.secret-key", NEW);
            assertThat(console.run("rotate-keys")).isEqualTo(1);
            assertThat(console.err()).contains("rotate-keys: the root secret", "ATELIER_SECRET_KEY");

            assertThat(new Console().ready(database).with("atelier.secret-key", NEW)
                    .with("atelier.secret-key-old", "x".repeat(40)).run("rotate-keys")).isEqualTo(1);
        }
    }
}
