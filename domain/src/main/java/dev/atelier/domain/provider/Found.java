package dev.atelier.domain.provider;

/** What looking for a lost request at the provider's list brought. */
public sealed interface Found {

    /** Exactly one task bears the marker, or only one can be it. */
    record Task(TaskId task) implements Found {
    }

    /** The complete list was read and holds no such task. Proof only when read again late enough. */
    record Absent() implements Found {
    }

    /** More than one could be it, or the list could not be read to its end. */
    record Undecided(String why) implements Found {
    }
}
