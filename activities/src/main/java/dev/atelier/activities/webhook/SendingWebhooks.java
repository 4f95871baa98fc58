package dev.atelier.activities.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.webhook.DeliveringWebhooks;
import dev.atelier.db.webhook.Delivery;
import dev.atelier.providers.fetch.Posting;

/** One try of one delivery: sent, and what came of it recorded. */
@Component
class SendingWebhooks {

    private static final Logger log = LoggerFactory.getLogger(SendingWebhooks.class);

    private final DeliveringWebhooks delivering;
    private final Posting posting;
    private final Clock clock;

    SendingWebhooks(DeliveringWebhooks delivering, Posting posting, Clock clock) {
        this.delivering = delivering;
        this.posting = posting;
        this.clock = clock;
    }

    DeliveringWebhooks.Came send(Delivery delivery) {
        Instant began = clock.instant();
        Posting.Outcome outcome = posting.post(delivery.url(), delivering.headers(delivery), delivery.payload());
        Duration took = Duration.between(began, clock.instant());
        DeliveringWebhooks.Came came = switch (outcome) {
            case Posting.Answered answered -> delivering.recorded(delivery.id(), answered.status(),
                    answered.status() < 300 ? null : "answered " + answered.status(), took);
            case Posting.Failed failed -> delivering.recorded(delivery.id(), null, failed.reason(), took);
        };
        log.info("job {} announced ({}, try {}): {}", delivery.jobId(), delivery.eventType(), delivery.attempt(), came);
        return came;
    }
}
