package dev.atelier.db.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/** Makes the root secret of a new database, and opens it at each start: the first thing a wrong key fails at. */
@Component
class OpeningTheRoot {

    private static final Cell CELL = new Cell("secret_root", "sealed", null, "1");
    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Keyring keys;
    private final Clock clock;

    OpeningTheRoot(JdbcClient sql, Dialect dialect, Transactions transactions, Keyring keys, Clock clock) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws WrongKey when none of the configured keys opens it */
    RootSecret open() {
        if (sealed().isEmpty()) {
            transactions.run(() -> insert(keys.seal(first(), CELL)));
        }
        return RootSecret.of(opened(sealed().orElseThrow()));
    }

    /** Seals it with today's key; false when it was already. */
    boolean renew() {
        String was = sealed().orElseThrow();
        return !Keyring.mark(was).equals(keys.current()) && transactions.in(() -> sql.sql("""
                update secret_root set sealed = ?, updated_at = ? where id = 1 and sealed = ?
                """).param(keys.seal(opened(was), CELL)).param(dialect.instant(clock.instant())).param(was)
                .update() == 1);
    }

    /**
     * Before there was a root secret, the key itself was it: a database with organisations in it goes on with that one,
     * so that its fingerprints and webhook secrets stay.
     */
    private String first() {
        if (sql.sql("select count(*) from orgs").query(Long.class).single() == 0) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            return Base64.getEncoder().encodeToString(random);
        }
        return keys.setting(sql.sql("select session_id from jimeng_accounts order by create_time limit 1")
                .query(String.class).optional().map(Keyring::mark).orElse(keys.current()));
    }

    private void insert(String sealed) {
        sql.sql("insert into secret_root (id, sealed, created_at, updated_at) values (1, ?, ?, ?)"
                + dialect.orNothing("id")).param(sealed).param(dialect.instant(clock.instant()))
                .param(dialect.instant(clock.instant())).update();
    }

    private Optional<String> sealed() {
        return sql.sql("select sealed from secret_root where id = 1").query(String.class).optional();
    }

    private String opened(String sealed) {
        try {
            return keys.open(sealed, CELL);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new WrongKey("the root secret of this database does not open with the configured key(s)");
        }
    }
}
