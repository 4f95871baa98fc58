package dev.atelier.domain.provider;

/** The provider's handle of a remote task. */
public record TaskId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
