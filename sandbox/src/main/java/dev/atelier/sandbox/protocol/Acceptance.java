package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import java.time.Duration;

/** What happens once a submit is taken. From here on it is paid for. */
public interface Acceptance {

    String id();

    /** Puts the work where it can be found; comes right after the journal's row. */
    void begin();

    /** How long the answer takes by itself. */
    Duration takes();

    Reply.Whole answer();

    /** A well-formed answer that lacks what matters. */
    Reply.Whole empty();
}
