package dev.atelier.activities.job;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

/** Insists on a commit whose loss would lose money, while a database is away. */
final class Insisting {

    private static final Logger log = LoggerFactory.getLogger(Insisting.class);
    /** About ten minutes. */
    private static final int MOST_TRIES = 600;

    private Insisting() {
    }

    static <T> T on(String what, Supplier<T> commit) {
        for (int tries = 1;; tries++) {
            try {
                return commit.get();
            } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException ours) {
                throw ours;
            } catch (DataAccessException | TransactionException away) {
                // A dying connection may speak in any of their names.
                if (tries == MOST_TRIES) {
                    throw away;
                }
                log.warn("{} waits for the database: {}", what, away.toString());
                Beating.once();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException shutDown) {
            Thread.interrupted();
        }
    }
}
