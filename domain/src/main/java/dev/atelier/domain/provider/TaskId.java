package dev.atelier.domain.provider;

/** The provider's handle of a remote task. */
public record TaskId(String value) {

    /** As many characters as a row keeps. */
    public static final int LONGEST = 600;

    @Override
    public String toString() {
        return value;
    }
}
