package dev.atelier.db.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;

/** API keys; only their SHA-256 is kept. */
@Component
public class ApiKeys {

    private final ApiKeyRows rows;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Clock clock;

    ApiKeys(ApiKeyRows rows, Organisations organisations, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A new key, readable this once. */
    public record Issued(String key, Caller caller) {

        @Override
        public String toString() {
            return "Issued[key=***, caller=" + caller + "]";
        }
    }

    /** Empty for an unknown, revoked or expired key, and for anything that cannot be one. */
    public Optional<Caller> find(String presented) {
        if (!KeyFormat.mayBeOne(presented)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiKeyRows.Found> found = rows.live(KeyFormat.hash(presented), now);
        found.ifPresent(key -> rows.seen(key, now));
        return found.map(ApiKeyRows.Found::caller);
    }

    /**
     * Makes this key (and its organisation, by name) unless it is there already.
     *
     * @param key printable ASCII, 20 to 200 characters
     */
    public Caller ensure(String key, String organisation, String name, Set<String> scopes) {
        if (!KeyFormat.mayBeOne(key)) {
            throw new IllegalArgumentException("an API key has 20 to 200 printable ASCII characters;"
                    + " one that looks generated must be copied without a slip");
        }
        String orgId = organisations.ensure(organisation);
        Instant now = clock.instant();
        return rows.live(KeyFormat.hash(key), now).map(ApiKeyRows.Found::caller).orElseGet(() -> {
            try {
                return transactions.in(() -> rows.insert(orgId, KeyFormat.hash(key), name, scopes, null, now));
            } catch (DuplicateKeyException there) {
                return rows.live(KeyFormat.hash(key), now).orElseThrow(
                        () -> new IllegalStateException("this API key was revoked or has expired: use another"))
                        .caller();
            }
        });
    }

    /** @param expiresAt null: never */
    public Issued issue(String orgId, String name, Set<String> scopes, Instant expiresAt) {
        String key = KeyFormat.generate();
        return new Issued(key, transactions
                .in(() -> rows.insert(orgId, KeyFormat.hash(key), name, scopes, expiresAt, clock.instant())));
    }

    /** False when the organisation has no such live key. */
    public boolean revoke(String orgId, String keyId) {
        return Ids.looksRight(keyId) && transactions.in(() -> rows.revoke(orgId, keyId, clock.instant()));
    }
}
