package dev.atelier.domain.account;

import dev.atelier.domain.Word;

/** The code is the seed's {@code account_status}. */
public enum AccountStatus implements Word {
    ACTIVE, INACTIVE, BANNED;

    public int code() {
        return ordinal();
    }

    public static AccountStatus of(int code) {
        return values()[code];
    }
}
