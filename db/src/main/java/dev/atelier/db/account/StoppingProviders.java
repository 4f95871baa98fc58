package dev.atelier.db.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;

/**
 * No new submissions to one provider, until a time or until a person says so. What was sent is looked after as ever;
 * what waits keeps its place.
 */
@Component
public class StoppingProviders {

    private static final Logger log = LoggerFactory.getLogger(StoppingProviders.class);

    private final StopRows stops;
    private final Lines lines;
    private final Transactions transactions;
    private final Clock clock;

    StoppingProviders(StopRows stops, Lines lines, Transactions transactions, Clock clock) {
        this.stops = stops;
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<PoolStop> standing(AllOrganisations leave) {
        return stops.standing(clock.instant());
    }

    /** False: it is stopped already. */
    public boolean stop(AllOrganisations leave, String provider, String detail, Duration lasts, String by) {
        Instant now = clock.instant();
        return transactions.in(() -> {
            lines.lock(provider);
            return stops.stop(new PoolStop(provider, "manual", detail, now, now.plus(lasts), by), now);
        });
    }

    /** False: it was not stopped. */
    public boolean lift(AllOrganisations leave, String provider, String by) {
        boolean lifted = transactions.in(() -> {
            lines.lock(provider);
            boolean was = stops.lift(provider);
            lines.serve(provider);
            return was;
        });
        if (lifted) {
            log.warn("provider {} takes submissions again, says {}", provider, by);
        }
        return lifted;
    }

    /** @return how many stops were over */
    public int end(AllOrganisations leave) {
        return (int) stops.over(clock.instant()).stream().filter(provider -> lift(leave, provider, "the clock"))
                .count();
    }
}
