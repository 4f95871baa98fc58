package dev.atelier.faults.check;

import java.util.List;

/** One promise and how its breach is found. Judges read and never write. */
interface Invariant {
    /** {@code I1} to {@code I12}. */
    String name();

    /** The promise in a few words, for the table. */
    String says();

    List<Violation> judge(Evidence evidence);
}
