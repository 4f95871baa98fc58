package dev.atelier.db.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a delivery is tried: the first try this long after the event, each further one this long after the one before
 * failed. {@link #STANDARD} is the schedule Standard Webhooks gives as its example.
 */
public record WebhookSchedule(List<Duration> waits) {

    public static final WebhookSchedule STANDARD = new WebhookSchedule(Stream
            .of("PT0S", "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
            .map(Duration::parse).toList());

    public WebhookSchedule {
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("a webhook schedule needs at least one try");
        }
        waits = List.copyOf(waits);
    }

    Duration first() {
        return waits.getFirst();
    }

    /** Empty: it was the last. */
    Optional<Duration> afterFailed(int attempt) {
        return attempt < waits.size() ? Optional.of(waits.get(attempt)) : Optional.empty();
    }
}
