package dev.atelier.db.audit;

import org.springframework.stereotype.Component;

import dev.atelier.db.secret.Secrets;

/** Hashes with a key that is not in the database: who may write rows cannot make a chain that verifies. */
@Component
class Chain {

    /** What the first row follows. */
    static final String BEGINNING = "0".repeat(64);

    private static final String ROWS = "atelier audit chain";
    private static final String CHECKPOINTS = "atelier audit checkpoint";

    private final Secrets secrets;

    Chain(Secrets secrets) {
        this.secrets = secrets;
    }

    String hash(String before, Entry entry) {
        return secrets.mac(ROWS, entry.orgId(), before + entry.canonical());
    }

    String checkpoint(String orgId, long seq, String hash) {
        return secrets.mac(CHECKPOINTS, orgId, seq + "|" + hash);
    }
}
