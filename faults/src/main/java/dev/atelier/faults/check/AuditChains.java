package dev.atelier.faults.check;

import java.util.List;

/** Verifies every organisation's audit chain, with the key that is not in the database. */
@FunctionalInterface
public interface AuditChains {

    /** @return a line for each chain that is broken, with the organisation it is of */
    List<String> broken();
}
