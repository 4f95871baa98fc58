package dev.atelier.db.attempt;

/** Told inside the transaction that gave a waiting job its slot. */
public interface GrantListener {

    void granted(String jobId);
}
