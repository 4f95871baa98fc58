package dev.atelier.activities.tell;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.atelier.db.job.Bell;
import dev.atelier.db.job.Tell;
import dev.atelier.db.job.Tellings;
import dev.atelier.workflows.client.Doorbell;

/**
 * Rings at once and aside, so that neither a request nor a commit waits for Temporal. What does not fit or does not work
 * is left to the telling loop, which finds it in the rows.
 */
public class RingingBell implements Bell, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RingingBell.class);
    private static final int MOST_AT_ONCE = 64;

    private final Doorbell doorbell;
    private final java.util.function.Supplier<Tellings> tellings;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService ringers = Executors.newVirtualThreadPerTaskExecutor();

    /** @param tellings asked for at the first ring: the rows need a bell before the bell can need the rows */
    public RingingBell(Doorbell doorbell, java.util.function.Supplier<Tellings> tellings) {
        this.doorbell = doorbell;
        this.tellings = tellings;
    }

    @Override
    public void ring(List<Tell> tells) {
        for (Tell tell : tells) {
            if (free.tryAcquire()) {
                ringers.execute(() -> ringAndRelease(tell));
            }
        }
    }

    private void ringAndRelease(Tell tell) {
        try {
            ringNow(doorbell, tellings.get(), tell);
        } catch (RuntimeException later) {
            log.debug("job {} is told later: {}", tell.job().jobId(), later.toString());
        } finally {
            free.release();
        }
    }

    static void ringNow(Doorbell doorbell, Tellings tellings, Tell tell) {
        if (tell.first()) {
            doorbell.start(tell.job(), tell.summary());
        } else {
            doorbell.wake(tell.job(), tell.summary());
        }
        tellings.told(tell);
    }

    @Override
    public void close() {
        ringers.shutdown();
    }
}
