package dev.atelier.domain.account;

import dev.atelier.domain.Word;

/** The code is the seed's {@code *_generation_status}. */
public enum MediumStatus implements Word {
    UNAVAILABLE, AVAILABLE, RATE_LIMITED;

    public int code() {
        return ordinal();
    }

    public static MediumStatus of(int code) {
        return values()[code];
    }
}
