package dev.atelier.db.dialect;

import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one place where transactions begin: READ COMMITTED, repeated when the database chose ours as deadlock victim. */
@Component
public class Transactions {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final int MOST_TRIES = 8;

    private final TransactionTemplate template;

    public Transactions(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    public <T> T in(Supplier<T> work) {
        return in(template, work);
    }

    private <T> T in(TransactionTemplate template, Supplier<T> work) {
        for (int tries = 1;; tries++) {
            try {
                return template.execute(status -> work.get());
            } catch (PessimisticLockingFailureException lost) {
                if (tries == MOST_TRIES) {
                    throw lost;
                }
                log.debug("transaction lost a deadlock, try {}", tries + 1);
            }
        }
    }

    /** Work that must not hold up others: a statement that would go beyond the limit is ended, all is rolled back. */
    public <T> T in(Duration atMost, Supplier<T> work) {
        TransactionTemplate limited = new TransactionTemplate(template.getTransactionManager(), template);
        limited.setTimeout((int) Math.max(1, atMost.toSeconds()));
        return in(limited, work);
    }

    public void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }
}
