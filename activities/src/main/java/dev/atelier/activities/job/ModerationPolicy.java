package dev.atelier.activities.job;

import dev.atelier.domain.moderation.Ruling;

/**
 * @param flagged what becomes of a job whose content the moderator flags
 * @param down    what becomes of a job while the moderator cannot be asked
 */
public record ModerationPolicy(Ruling flagged, WhenDown down) {

    public enum WhenDown {
        /** It waits and asks again, until its deadline. */
        HOLD,
        /** It ends. */
        BLOCK,
        /** It goes on unjudged, and is flagged. */
        ALLOW
    }
}
