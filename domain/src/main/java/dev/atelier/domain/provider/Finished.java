package dev.atelier.domain.provider;

import dev.atelier.domain.failure.Failure;

/** The known end of a remote task. */
public sealed interface Finished {

    record Success(Made made) implements Finished {
    }

    record Failed(Failure failure) implements Finished {
    }
}
