package dev.atelier.domain.provider;

import dev.atelier.domain.failure.Failure;

/** What became of one request. Never anything else, and never an exception for what a provider or a network may do. */
public sealed interface SubmitOutcome {

    Exchange exchange();

    /** The provider has the task; it is paid from here on. */
    record Accepted(TaskId task, Exchange exchange) implements SubmitOutcome {
    }

    /** The call itself brought the end (a synchronous provider). */
    record Answered(Finished end, Exchange exchange) implements SubmitOutcome {
    }

    /** Proven: the provider has not taken it. Nothing can have been paid. */
    record NotSent(Failure failure, Exchange exchange) implements SubmitOutcome {
    }

    /** It may have been taken, or not. */
    record Ambiguous(Failure failure, Exchange exchange) implements SubmitOutcome {
    }
}
