package dev.atelier.providers.tripo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.DataUri;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Part;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Redaction;

/**
 * Tripo takes no image inside a create: ours are brought there first, which costs nothing. One that cannot be brought
 * ends the attempt before it is paid.
 */
final class TripoFiles {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Of the time to send in, what the create itself needs. */
    private static final Duration SPARE = Duration.ofSeconds(2);

    private final Wire wire;
    private final Clock clock;

    TripoFiles(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    sealed interface Brought {
    }

    /** @param inputs addresses and file tokens, in the order of the images */
    record There(List<String> inputs) implements Brought {
    }

    record NotThere(Failure failure, Spoken spoken) implements Brought {
    }

    Brought bring(Order order, Credential as) {
        List<String> inputs = new ArrayList<>();
        for (String image : order.images()) {
            Optional<DataUri> ours = DataUri.of(image);
            if (ours.isEmpty()) {
                inputs.add(image);
                continue;
            }
            Spoken spoken = upload(ours.get(), order.sendBefore(), as);
            String token = TripoTasks.data(spoken.reply()).map(data -> Json.text(data, "file_token")).orElse(null);
            if (token == null) {
                return new NotThere(failure(spoken, as), spoken);
            }
            inputs.add(token);
        }
        return new There(inputs);
    }

    private Spoken upload(DataUri image, Instant sendBefore, Credential as) {
        Duration left = sendBefore == null
                ? LONGEST
                : Duration.between(clock.instant(), sendBefore).minus(SPARE);
        Duration patience = left.compareTo(LONGEST) > 0 ? LONGEST : left;
        return wire.say(Ask.form(as.baseUrl() + "/files", Bearer.headers(as),
                List.of(new Part("file", "input." + image.format(), image.type(), image.bytes())),
                patience.isPositive() ? patience : Duration.ofMillis(1), Ask.SMALL, sendBefore));
    }

    private Failure failure(Spoken spoken, Credential as) {
        if (spoken.reply() instanceof Reply.Heard heard) {
            Optional<Failure> refusal = TripoErrors.refusal(heard, new Redaction(as.secret(), null), clock.instant());
            if (refusal.isPresent() && refusal.get().kind() != null) {
                return refusal.get();
            }
        }
        return Failure.of(ErrorKind.UNREACHABLE, "an input image could not be brought to the provider in time (HTTP "
                + spoken.reply().httpStatus() + "); nothing was ordered");
    }
}
