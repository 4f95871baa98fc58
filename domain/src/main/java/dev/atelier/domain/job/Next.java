package dev.atelier.domain.job;

import java.time.Duration;

/** The next thing to do for a job, decided from its rows in one transaction and recorded in the workflow's history. */
public sealed interface Next {

    /** Send this attempt; {@code queue} is the provider's task queue. */
    record Submit(AttemptRef attempt, String queue) implements Next {
    }

    /** Nothing to do until told, at most this long; {@code detail} says to a person what is waited for. */
    record Wait(WaitReason reason, Duration atMost, String detail) implements Next {
    }

    /** The provider has made it: fetch and keep the files. */
    record Persist(AttemptRef attempt) implements Next {
    }

    /** Make this output; nothing is paid for, so it may be begun again as often as it takes. */
    record Convert(OutputRef output) implements Next {
    }

    record Ended(JobEnd end) implements Next {
    }
}
