package dev.atelier.db.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Cell CELL = new Cell("jimeng_accounts", "session_id", null, "a1");

    private final Secrets secrets = withKey("one key that is long enough for this.");

    private static Secrets withKey(String key) {
        return withKeys(List.of(key));
    }

    private static Secrets withKeys(List<String> keys) {
        return new Secrets(new Keyring(keys), RootSecret.of(keys.getLast()));
    }

    @Test
    void what_was_sealed_opens_again_also_in_another_process() {
        String sealed = secrets.seal("会话-session", CELL);

        assertThat(sealed).doesNotContain("session");
        assertThat(withKey("one key that is long enough for this.").open(sealed, CELL)).isEqualTo("会话-session");
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(secrets.seal("s", CELL)).isNotEqualTo(secrets.seal("s", CELL));
    }

    @Test
    void a_secret_copied_into_another_row_does_not_open() {
        String sealed = secrets.seal("s", CELL);

        assertThatThrownBy(() -> secrets.open(sealed, new Cell("jimeng_accounts", "session_id", null, "a2")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a2");
        assertThatThrownBy(() -> secrets.open(sealed, new Cell("jimeng_accounts", "session_id", "org", "a1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_key_opens_nothing_and_the_message_says_which_setting() {
        String sealed = secrets.seal("s", CELL);

        assertThatThrownBy(() -> withKey("another key that is long enough too.").open(sealed, CELL))
                .hasMessageContaining("atelier.secret-key");
        assertThatThrownBy(() -> secrets.open("not base64!", CELL)).hasMessageContaining("atelier.secret-key");
    }

    @Test
    void a_short_key_is_refused_with_what_to_set() {
        assertThatThrownBy(() -> withKey("short")).hasMessageContaining("5 characters")
                .hasMessageContaining("atelier.secret-key");
        assertThatThrownBy(() -> new Keyring(List.of())).hasMessageContaining("0 characters");
    }

    @Test
    void fingerprints_find_equals_and_depend_on_the_key() {
        assertThat(secrets.fingerprint("s")).hasSize(64).isEqualTo(secrets.fingerprint("s"))
                .isNotEqualTo(secrets.fingerprint("t"))
                .isNotEqualTo(withKey("another key that is long enough too.").fingerprint("s"));
    }

    @Test
    void the_first_key_seals_and_every_key_opens() {
        String before = withKey("an old key that is long enough here.").seal("s", CELL);

        Secrets rotated = withKeys(
                List.of("a new key, long enough, it is said!!", "an old key that is long enough here."));

        assertThat(rotated.open(before, CELL)).isEqualTo("s");
        assertThat(rotated.renewed(before, CELL)).hasValueSatisfying(renewed -> {
            assertThat(withKey("a new key, long enough, it is said!!").open(renewed, CELL)).isEqualTo("s");
            assertThat(rotated.renewed(renewed, CELL)).isEmpty();
        });
    }
}
