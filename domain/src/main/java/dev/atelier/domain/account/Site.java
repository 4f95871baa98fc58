package dev.atelier.domain.account;

import dev.atelier.domain.Word;

/** Where an account lives; the code is the seed's {@code site_type}. */
public enum Site implements Word {
    CN, US, HK, JP, SG;

    public int code() {
        return ordinal();
    }

    public static Site of(int code) {
        if (code < 0 || code >= values().length) {
            throw new IllegalArgumentException("site code " + code + " is not 0 to " + (values().length - 1));
        }
        return values()[code];
    }
}
