package dev.atelier.db.job;

import java.util.Optional;

/** What outputs there are and what they take: known to whatever makes them, and asked before a job is stored. */
public interface OutputRules {

    /** @param parameters a JSON object @return why it cannot be asked for */
    Optional<String> wrong(String operation, String parameters);
}
