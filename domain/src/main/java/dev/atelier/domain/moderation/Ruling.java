package dev.atelier.domain.moderation;

import dev.atelier.domain.Word;

/** What is decided about a content, the milder first. */
public enum Ruling implements Word {
    ALLOW,
    /** It goes on, and somebody may look at it. */
    FLAG, BLOCK;

    public Ruling orStricter(Ruling other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
