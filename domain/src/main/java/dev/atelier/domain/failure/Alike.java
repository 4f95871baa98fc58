package dev.atelier.domain.failure;

/** Failures that, when they befall several accounts at once, have one cause that is none of theirs. */
public final class Alike {

    private Alike() {
    }

    public static boolean counts(ErrorKind kind) {
        return switch (kind) {
            // Rate, quota and entitlement are each account's own, and common.
            case AUTH, RISK -> true;
            default -> false;
        };
    }
}
