package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import dev.atelier.db.secret.Resealing;

/** An account's own way to its provider: set, taken by whoever calls for it, hidden from everybody else. */
abstract class LeadingAccountsContract extends PoolContract {

    private static final String PROXY = "socks5://ana:hidden-word@proxy.example.com:1080";

    private AccountAnswer lead(AccountView account, String proxy) {
        return db.get(LeadingAccounts.class).lead(LEAVE, account.id(), proxy, "ops");
    }

    private URI way(AccountView account) {
        return db.get(OpeningCredentials.class).of(account.id()).orElseThrow().proxy();
    }

    private String kept(AccountView account) {
        return db.sql().sql("select proxy from jimeng_accounts where id = ?").param(account.id())
                .query((row, n) -> String.valueOf(row.getString(1))).single();
    }

    @Test
    void a_proxy_is_kept_sealed_and_taken_along_with_the_credential() {
        AccountView account = created(account("s-1"));
        assertThat(way(account)).isNull();
        assertThat(account.proxied()).isFalse();

        AccountView led = ((AccountAnswer.Done) lead(account, PROXY)).account();
        assertThat(led.proxied()).isTrue();
        assertThat(led.version()).isEqualTo(account.version() + 1);
        assertThat(led.toString()).doesNotContain("hidden-word").doesNotContain("proxy.example.com");
        assertThat(kept(account)).doesNotContain("hidden-word").doesNotContain("proxy.example.com");
        assertThat(way(account)).isEqualTo(URI.create(PROXY));
        assertThat(db.get(OpeningCredentials.class).of(account.id()).toString()).doesNotContain("hidden-word");
        assertThat(db.get(Resealing.class).all().unreadable()).isEmpty();
    }

    @Test
    void a_change_of_the_account_keeps_its_way_and_taking_the_way_back_makes_it_straight() {
        AccountView account = created(account("s-1"));
        lead(account, PROXY);
        pool().change(LEAVE, account.id(), new AccountChange(null, null, "s-2", null, null, 7, null, null, null, null,
                "ops"));
        assertThat(way(account)).isEqualTo(URI.create(PROXY));
        lead(account, null);
        assertThat(way(account)).isNull();
        assertThat(now(account).proxied()).isFalse();
    }

    @Test
    void what_is_no_proxy_and_who_is_no_account_are_refused() {
        AccountView account = created(account("s-1"));
        assertThat(lead(account, "https://ana:hidden-word@h")).isInstanceOfSatisfying(AccountAnswer.Invalid.class,
                invalid -> assertThat(invalid.violations().toString()).doesNotContain("hidden-word"));
        assertThat(way(account)).isNull();
        pool().delete(LEAVE, account.id(), "ops");
        assertThat(lead(account, PROXY)).isInstanceOf(AccountAnswer.Missing.class);
    }
}
