package dev.atelier.providers.moderation;

import java.util.Set;

/** What a moderator said of a content; never thrown. */
public sealed interface Moderated {

    /** @param categories what it was flagged for, in the moderator's words; none when it was not */
    record Judged(boolean flagged, Set<String> categories) implements Moderated {
    }

    /** It did not answer, or nothing that can be understood: nothing is known of the content. */
    record Unavailable(String why) implements Moderated {
    }
}
