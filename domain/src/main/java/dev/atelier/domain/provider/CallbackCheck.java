package dev.atelier.domain.provider;

/** Whether a callback comes from whom it says. */
public enum CallbackCheck {
    GENUINE,
    /** Not signed, signed by somebody else, or long ago. */
    FORGED,
    /** The provider's key could not be had just now. */
    UNKNOWN
}
