package dev.atelier.db.asset;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** Removes what a crash left lying: temporary files, and objects without a row. */
@Component
public class SweepingStorage {

    private final Storage storage;
    private final AssetRows rows;

    SweepingStorage(Storage storage, AssetRows rows) {
        this.storage = storage;
        this.rows = rows;
    }

    /**
     * @param now      by the clock that stamps the files
     * @param leeway   younger files may still be on their way; longer than any transfer takes
     * @return how many files were removed
     */
    public int sweep(Instant now, Duration leeway) throws IOException {
        return storage.sweep(now.minus(leeway), rows::orphaned);
    }
}
