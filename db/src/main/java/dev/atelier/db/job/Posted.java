package dev.atelier.db.job;

public sealed interface Posted {

    record New(JobView job) implements Posted {
    }

    /** The same key and the same request came before. */
    record Replayed(JobView job) implements Posted {
    }

    /** The same key came before with another request. */
    record KeyReused() implements Posted {
    }
}
