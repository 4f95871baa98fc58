package dev.atelier.db.audit;

/**
 * What the verifier says of one organisation's chain.
 *
 * @param rows   how many rows were read and found whole
 * @param seq    number of the last row, by the head
 * @param hash   its hash: written down elsewhere, it later proves that nothing before it was rewritten
 * @param broken the first thing that is wrong, or null
 */
public record Verdict(String orgId, long rows, long seq, String hash, String broken) {

    public boolean whole() {
        return broken == null;
    }
}
