package dev.atelier.sandbox.ark;

/** Leaves the reading of a request at the first thing the provider would not take. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ArkRefusal refusal;

    Refused(ArkRefusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    ArkRefusal refusal() {
        return refusal;
    }
}
