package dev.atelier.faults.check;

/**
 * One promise that was not kept.
 *
 * @param where the row, file, task or history to look at
 */
public record Violation(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
