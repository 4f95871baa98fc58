package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;

import dev.atelier.db.secret.Resealing;
import dev.atelier.db.secret.WrongKey;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.webhook.WebhookSecrets;
import dev.atelier.domain.provider.Credential;

/** The key is changed while accounts are in use; each context is a process with its own setting. */
abstract class RotatingKeysContract extends PoolContract {

    private static final String OLD = DbContext.KEY;
    private static final String NEW = "the new key, as long as it has to be, ok";

    @BeforeEach
    void sealedWithTheOldKey() {
        try (DbContext both = process(OLD, NEW)) {
            both.get(Resealing.class).all();
        }
    }

    private DbContext process(String... keys) {
        return db.beside(List.of(keys), RecordingLines.class);
    }

    private static String secret(DbContext process, String account) {
        return process.get(OpeningCredentials.class).of(account).map(Credential::secret).orElseThrow();
    }

    private String sealed(String account) {
        return db.sql().sql("select session_id from jimeng_accounts where id = ?").param(account).query(String.class)
                .single();
    }

    @Test
    void with_two_live_keys_processes_of_both_days_read_what_either_wrote() {
        AccountView before = created(account("session-before"));
        try (DbContext yesterday = process(OLD, NEW); DbContext today = process(NEW, OLD)) {
            AccountView after = ((AccountAnswer.Done) today.get(ManagingAccounts.class)
                    .create(account("session-after"))).account();

            assertThat(secret(yesterday, after.id())).isEqualTo("session-after");
            assertThat(secret(today, before.id())).isEqualTo("session-before");
        }
    }

    @Test
    void a_credential_that_is_used_is_sealed_anew_in_passing_and_the_version_stays() {
        AccountView account = created(account("session-used"));
        String before = sealed(account.id());
        try (DbContext today = process(NEW, OLD)) {
            assertThat(secret(today, account.id())).isEqualTo("session-used");
            String after = sealed(account.id());
            assertThat(after).isNotEqualTo(before);

            assertThat(secret(today, account.id())).isEqualTo("session-used");
            assertThat(sealed(account.id())).as("once").isEqualTo(after);
        }
        assertThat(now(account).version()).isEqualTo(account.version());
    }

    @Test
    void after_the_rotation_the_new_key_alone_opens_every_account_and_equal_credentials_are_still_found() {
        AccountView live = created(account("session-live"));
        AccountView deleted = created(account("session-deleted"));
        pool().delete(LEAVE, deleted.id(), "ops");
        String webhook = db.get(WebhookSecrets.class).of("0199aaaa-0000-7000-8000-000000000001");
        try (DbContext today = process(NEW, OLD)) {
            assertThat(today.get(Resealing.class).all()).isEqualTo(new Resealing.Report(2, List.of(), true));
            assertThat(today.get(Resealing.class).all()).as("nothing is left")
                    .isEqualTo(new Resealing.Report(0, List.of(), false));
        }
        try (DbContext tomorrow = process(NEW)) {
            assertThat(secret(tomorrow, live.id())).isEqualTo("session-live");
            assertThat(secret(tomorrow, deleted.id())).isEqualTo("session-deleted");
            ManagingAccounts pool = tomorrow.get(ManagingAccounts.class);
            assertThat(pool.create(account("session-live"))).isEqualTo(new AccountAnswer.Duplicate(live.id()));
            assertThat(((AccountAnswer.Done) pool.create(account("session-deleted"))).account().id())
                    .isEqualTo(deleted.id());
            assertThat(tomorrow.get(WebhookSecrets.class).of("0199aaaa-0000-7000-8000-000000000001"))
                    .isEqualTo(webhook);
        }
    }

    @Test
    void a_process_with_a_wrong_key_does_not_start_and_changes_nothing() {
        AccountView account = created(account("session-kept"));
        String before = rows();

        assertThatThrownBy(() -> process("a key that nothing was ever sealed with.")).satisfies(failed -> {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failed);
            assertThat(cause).isInstanceOf(WrongKey.class).hasMessageContaining("ATELIER_SECRET_KEY")
                    .hasMessageContaining("1 value(s) of jimeng_accounts.session_id");
        });

        assertThat(rows()).isEqualTo(before);
        assertThat(secret(db, account.id())).isEqualTo("session-kept");
    }

    @Test
    void also_with_an_empty_pool_a_wrong_key_is_noticed() {
        assertThatThrownBy(() -> process("a key that nothing was ever sealed with.")).satisfies(failed -> assertThat(
                NestedExceptionUtils.getMostSpecificCause(failed)).isInstanceOf(WrongKey.class)
                .hasMessageContaining("root secret"));
    }

    @Test
    void who_forgets_the_old_key_before_all_is_sealed_anew_does_not_start() {
        created(account("session-waiting"));
        try (DbContext today = process(NEW, OLD)) {
            today.get(ManagingAccounts.class).create(account("session-new"));
        }
        assertThatThrownBy(() -> process(NEW)).hasRootCauseInstanceOf(WrongKey.class);
        assertThatThrownBy(() -> process(OLD)).hasRootCauseInstanceOf(WrongKey.class);
    }

    @Test
    void what_no_key_opens_is_named_and_keeps_the_old_key_needed() {
        AccountView whole = created(account("session-whole"));
        AccountView torn = created(account("session-torn"));
        set(torn, "session_id = (select other.sealed from (select session_id as sealed from jimeng_accounts"
                + " where id = '" + whole.id() + "') other)");
        try (DbContext today = process(NEW, OLD)) {
            Resealing.Report report = today.get(Resealing.class).all();

            assertThat(report.unreadable()).singleElement().asString().contains(torn.id());
            assertThat(report.sealed()).isEqualTo(1);
            assertThat(report.root()).isFalse();
        }
    }

    private String rows() {
        return db.sql().sql("select * from jimeng_accounts order by id").query().listOfRows().toString()
                + db.sql().sql("select * from secret_root").query().listOfRows();
    }
}
