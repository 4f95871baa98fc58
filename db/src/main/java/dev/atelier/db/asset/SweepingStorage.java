package dev.atelier.db.asset;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** Removes what a crash left lying: temporary files, and objects without a row. */
@Component
public class SweepingStorage {

    /**
     * A transfer writes something at least each half minute, else it is given up, and a file that is whole is kept
     * within seconds; a writer so slow that its file is taken begins anew.
     */
    static final Duration QUIET = Duration.ofMinutes(5);

    private final Storage storage;
    private final AssetRows rows;

    SweepingStorage(Storage storage, AssetRows rows) {
        this.storage = storage;
        this.rows = rows;
    }

    /**
     * @param now      by the clock that stamps the files
     * @param leeway   younger objects may still be on their way; longer than any transfer takes
     * @return how many files were removed
     */
    public int sweep(Instant now, Duration leeway) throws IOException {
        return storage.sweep(now.minus(QUIET), now.minus(leeway), rows::orphaned);
    }
}
