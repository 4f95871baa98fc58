package dev.atelier.db.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;

/**
 * What the delivery loop asks and tells. At least once: two loops that overlap may send one try twice, with the same
 * id; what came of it is recorded once.
 */
@Component
public class DeliveringWebhooks {

    private static final int GONE = 410;

    private final DeliveryRows rows;
    private final WebhookSecrets secrets;
    private final WebhookSchedule schedule;
    private final Transactions transactions;
    private final Clock clock;

    DeliveringWebhooks(DeliveryRows rows, WebhookSecrets secrets, ObjectProvider<WebhookSchedule> schedule,
            Transactions transactions, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.schedule = schedule.getIfAvailable(() -> WebhookSchedule.STANDARD);
        this.transactions = transactions;
        this.clock = clock;
    }

    public enum Came {
        DELIVERED,
        /** Another try is due later. */
        AGAIN,
        /** The receiver wants no more (410), or it was the last try. */
        ABANDONED,
        /** Another loop recorded this try before. */
        KNOWN
    }

    /** What should be sent now, longest due first. */
    public List<Delivery> due(AllOrganisations leave, int limit) {
        return rows.due(clock.instant(), limit);
    }

    /** The headers of this try; the body is {@link Delivery#payload()} in UTF-8. */
    public Map<String, String> headers(Delivery delivery) {
        long timestamp = clock.instant().getEpochSecond();
        return Map.of("webhook-id", delivery.eventId(), "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", WebhookSignature.sign(secrets.of(delivery.orgId()), delivery.eventId(), timestamp,
                        delivery.payload()));
    }

    /**
     * @param httpStatus null when no answer came
     * @param error      for a person, or null
     */
    public Came recorded(String id, Integer httpStatus, String error, Duration took) {
        return transactions.in(() -> {
            Optional<Delivery> delivery = rows.find(id);
            return delivery.isEmpty() ? Came.KNOWN : recorded(delivery.get(), httpStatus, error, took);
        });
    }

    private Came recorded(Delivery delivery, Integer httpStatus, String error, Duration took) {
        Instant now = clock.instant();
        boolean delivered = httpStatus != null && httpStatus >= 200 && httpStatus < 300;
        Optional<Duration> wait = httpStatus != null && httpStatus == GONE
                ? Optional.empty()
                : schedule.afterFailed(delivery.attempt());
        String status = delivered ? "delivered" : wait.isPresent() ? "failed" : "abandoned";
        if (!rows.tried(delivery.id(), status, httpStatus, error, took, now)) {
            return Came.KNOWN;
        }
        if (delivered) {
            return Came.DELIVERED;
        }
        wait.ifPresent(until -> rows.insert(new Delivery(Ids.next(), delivery.orgId(), delivery.jobId(),
                delivery.eventId(), delivery.eventType(), delivery.url(), delivery.payload(), delivery.attempt() + 1),
                now.plus(until), now));
        return wait.isPresent() ? Came.AGAIN : Came.ABANDONED;
    }
}
