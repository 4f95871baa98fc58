package dev.atelier.activities.job;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.Provider;

/**
 * One request, on a thread of its own, while this one shows that we live: every 3 s to Temporal and to the row. A call
 * that is itself the job is ended when nobody wants it any more; what it had reached by then is not known.
 */
final class Call {

    private static final Logger log = LoggerFactory.getLogger(Call.class);
    private static final long BEAT_SECONDS = 3;

    private final Provider provider;
    private final Order order;
    private final Credential as;
    private final BooleanSupplier aliveAndUnwanted;
    private final Clock clock;

    /** @param aliveAndUnwanted marks the row as alive; true when somebody wants the job canceled */
    Call(Provider provider, Order order, Credential as, BooleanSupplier aliveAndUnwanted, Clock clock) {
        this.provider = provider;
        this.order = order;
        this.as = as;
        this.aliveAndUnwanted = aliveAndUnwanted;
        this.clock = clock;
    }

    SubmitOutcome make() {
        Instant began = Instant.now(clock);
        FutureTask<SubmitOutcome> call = new FutureTask<>(() -> provider.submit(order, as));
        Thread.ofVirtual().name("submit-" + order.marker()).start(call);
        while (true) {
            try {
                return call.get(BEAT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stillCalling) {
                beat(call);
            } catch (CancellationException ended) {
                return ambiguous(began, "the call was ended on request; it may have been accepted");
            } catch (ExecutionException bug) {
                log.error("provider {} threw; its outcome is unknown", provider.name(), bug.getCause());
                return ambiguous(began, "the adapter failed: " + bug.getCause());
            } catch (InterruptedException shutDown) {
                // The process is going; the call is not cut off by us, and what is not recorded is found again.
                Thread.interrupted();
            }
        }
    }

    private void beat(FutureTask<SubmitOutcome> call) {
        Beating.once();
        try {
            if (aliveAndUnwanted.getAsBoolean() && provider.synchronous(order)) {
                call.cancel(true);
            }
        } catch (RuntimeException databaseAway) {
            log.warn("cannot mark submission {} as alive: {}", order.marker(), databaseAway.toString());
        }
    }

    private static SubmitOutcome ambiguous(Instant began, String why) {
        return new SubmitOutcome.Ambiguous(Failure.of(ErrorKind.TIMEOUT, why),
                new Exchange("submit", began, null, 0, null, null, null, null));
    }
}
