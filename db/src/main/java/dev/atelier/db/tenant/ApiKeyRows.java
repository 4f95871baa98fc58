package dev.atelier.db.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;

@Component
class ApiKeyRows {

    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);
    private static final TypeReference<Set<String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final Dialect dialect;

    ApiKeyRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    record Found(Caller caller, Instant lastUsedAt) {
    }

    Optional<Found> live(String hash, Instant now) {
        return sql.sql("""
                select k.id, k.org_id, k.name, k.scopes, k.last_used_at
                  from api_keys k join orgs o on o.id = k.org_id
                 where k.key_hash = ? and k.status = 'active' and o.status = 'active'
                   and (k.expires_at is null or k.expires_at > ?)
                """).param(hash).param(dialect.instant(now))
                .query((row, number) -> new Found(
                        new Caller(row.getString("org_id"), row.getString("id"), row.getString("name"),
                                Json.read(row.getString("scopes"), WORDS)),
                        dialect.instant(row, "last_used_at")))
                .optional();
    }

    /** At most one write a minute: a busy key must not become a busy row. */
    void seen(Found found, Instant now) {
        Instant before = now.minus(SEEN_AGAIN);
        if (found.lastUsedAt() != null && found.lastUsedAt().isAfter(before)) {
            return;
        }
        sql.sql("""
                update api_keys set last_used_at = ?
                 where id = ? and (last_used_at is null or last_used_at <= ?)
                """).param(dialect.instant(now)).param(found.caller().keyId()).param(dialect.instant(before)).update();
    }

    Caller insert(String orgId, String hash, String name, Set<String> scopes, Instant expiresAt, Instant now) {
        String id = Ids.next();
        sql.sql("""
                insert into api_keys (id, org_id, name, key_hash, scopes, expires_at, status, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, 'active', ?, ?)
                """).param(id).param(orgId).param(name).param(hash).param(Json.write(new TreeSet<>(scopes)))
                .param(dialect.instant(expiresAt)).param(dialect.instant(now)).param(dialect.instant(now)).update();
        return new Caller(orgId, id, name, Set.copyOf(scopes));
    }

    boolean revoke(String orgId, String keyId, Instant now) {
        return sql.sql("""
                update api_keys set status = 'revoked', updated_at = ?
                 where org_id = ? and id = ? and status = 'active'
                """).param(dialect.instant(now)).param(orgId).param(keyId).update() == 1;
    }
}
