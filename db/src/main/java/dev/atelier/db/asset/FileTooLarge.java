package dev.atelier.db.asset;

import java.io.IOException;

/** More bytes came than may be kept. What was written of them is gone. */
public class FileTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    FileTooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
