package dev.atelier.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.testing.DbContract;

abstract class TenantsContract extends DbContract {

    private ApiKeys keys() {
        return db.get(ApiKeys.class);
    }

    private Projects projects() {
        return db.get(Projects.class);
    }

    private Instant lastUsed(Caller caller) {
        Dialect dialect = db.get(Dialect.class);
        return db.sql().sql("select last_used_at from api_keys where id = ?").param(caller.keyId())
                .query((row, number) -> dialect.instant(row, "last_used_at")).single();
    }

    @Test
    void ensuring_a_key_twice_makes_one_organisation_and_one_key() {
        Caller first = keys().ensure("a-key-somebody-chose-1", "studio", "demo", Set.of("jobs:write", "jobs:read"));
        Caller again = keys().ensure("a-key-somebody-chose-1", "studio", "demo", Set.of("jobs:read"));

        assertThat(again).isEqualTo(first);
        assertThat(keys().find("a-key-somebody-chose-1")).contains(first);
        assertThat(first.scopes()).containsExactlyInAnyOrder("jobs:read", "jobs:write");
    }

    @Test
    void two_keys_of_one_organisation_see_the_same_organisation() {
        Caller one = keys().ensure("a-key-of-the-guild-001", "guild", "one", Set.of());
        Caller two = keys().ensure("a-key-of-the-guild-002", "guild", "two", Set.of());

        assertThat(one.orgId()).isEqualTo(two.orgId());
        assertThat(one.keyId()).isNotEqualTo(two.keyId());
    }

    @Test
    void an_issued_key_has_the_documented_format_and_works_until_it_is_revoked() {
        String org = db.get(Organisations.class).ensure("issuing");
        ApiKeys.Issued issued = keys().issue(org, "ci", Set.of("jobs:read"), null);

        assertThat(issued.key()).matches("mk_[0-9A-Za-z]{38}");
        assertThat(issued.toString()).doesNotContain(issued.key());
        assertThat(keys().find(issued.key())).contains(issued.caller());
        assertThat(keys().revoke(db.get(Organisations.class).ensure("others"), issued.caller().keyId())).isFalse();
        assertThat(keys().revoke(org, issued.caller().keyId())).isTrue();
        assertThat(keys().find(issued.key())).isEmpty();
    }

    @Test
    void a_mistyped_key_and_junk_are_nobodys() {
        String key = keys().issue(db.get(Organisations.class).ensure("typing"), "ci", Set.of(), null).key();
        String slipped = key.substring(0, 10) + (key.charAt(10) == 'x' ? 'y' : 'x') + key.substring(11);

        assertThat(keys().find(slipped)).isEmpty();
        assertThat(keys().find(null)).isEmpty();
        assertThat(keys().find("short")).isEmpty();
        assertThat(keys().find("with a blank inside, and more")).isEmpty();
        assertThatThrownBy(() -> keys().ensure(slipped, "typing", "x", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_expired_key_is_nobodys() {
        Instant soon = db.clock().instant().plus(Duration.ofHours(1));
        String key = keys().issue(db.get(Organisations.class).ensure("expiring"), "ci", Set.of(), soon).key();

        assertThat(keys().find(key)).isPresent();
        db.clock().advance(Duration.ofHours(1));
        assertThat(keys().find(key)).isEmpty();
    }

    @Test
    void a_suspended_organisation_has_no_callers() {
        Caller caller = keys().ensure("a-key-of-the-suspended", "suspended", "x", Set.of());
        db.sql().sql("update orgs set status = 'suspended' where id = ?").param(caller.orgId()).update();

        assertThat(keys().find("a-key-of-the-suspended")).isEmpty();
    }

    @Test
    void the_last_use_is_written_at_most_once_a_minute() {
        Caller caller = keys().ensure("a-key-that-is-very-busy", "busy", "x", Set.of());
        keys().find("a-key-that-is-very-busy");
        Instant first = lastUsed(caller);

        db.clock().advance(Duration.ofSeconds(59));
        keys().find("a-key-that-is-very-busy");
        assertThat(lastUsed(caller)).isEqualTo(first);

        db.clock().advance(Duration.ofSeconds(1));
        keys().find("a-key-that-is-very-busy");
        assertThat(lastUsed(caller)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void a_project_belongs_to_its_organisation_alone() {
        String one = db.get(Organisations.class).ensure("one");
        String two = db.get(Organisations.class).ensure("two");
        String project = projects().ensure(one, "短片");

        assertThat(projects().ensure(one, "短片")).isEqualTo(project);
        assertThat(projects().ensure(two, "短片")).isNotEqualTo(project);
        assertThat(projects().has(one, project)).isTrue();
        assertThat(projects().has(two, project)).isFalse();
        assertThat(projects().has(one, "no id at all")).isFalse();
        assertThat(projects().has(one, null)).isFalse();
    }
}
