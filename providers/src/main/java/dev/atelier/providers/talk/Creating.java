package dev.atelier.providers.talk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.record.Recording;

/**
 * What an answer to a create proves, by one rule for every provider: only a refusal in the provider's own form, with a
 * code it documents, proves that nothing was accepted. Any other 5xx, an unreadable answer or none at all prove nothing.
 */
public final class Creating {

    private final Recording recording;
    private final JsonNode request;

    /** @param request as it is kept, once redacted */
    public Creating(Recording recording, JsonNode request) {
        this.recording = recording;
        this.request = request;
    }

    /** What a good answer to a create may name. */
    public sealed interface Named {

        record Task(String id) implements Named {
        }

        /** The call itself was the job. */
        record End(Finished end) implements Named {
        }
    }

    /** An order that this provider cannot take, found out before anything was asked. */
    public static SubmitOutcome unfit(ErrorKind kind, String why, Instant now) {
        return new SubmitOutcome.NotSent(Failure.of(kind, why),
                new Exchange("submit", now, null, 0, null, null, null, null));
    }

    /**
     * How one provider words its answers:
     *
     * @param refusal the refusal in an answer of any status; empty unless it has the provider's own form
     * @param named   what a good answer names; empty when it names nothing
     */
    public SubmitOutcome of(Spoken spoken, Function<Reply.Heard, Optional<Failure>> refusal,
            Function<ObjectNode, Optional<Named>> named) {
        return switch (spoken.reply()) {
            case Reply.NeverLeft never -> new SubmitOutcome.NotSent(Failure.of(never.kind(), never.why()),
                    exchange(spoken));
            case Reply.Lost lost -> ambiguous(spoken, Failure.of(lost.kind(), lost.why()));
            case Reply.Heard heard -> refusal.apply(heard).map(refused -> refused(spoken, refused))
                    .orElseGet(() -> heard(spoken, heard, named));
        };
    }

    private SubmitOutcome heard(Spoken spoken, Reply.Heard heard, Function<ObjectNode, Optional<Named>> named) {
        if (!heard.good()) {
            return ambiguous(spoken, Failure.of(ErrorKind.PROVIDER_ERROR,
                    "answered HTTP " + heard.status() + " in no form that the provider documents"));
        }
        return switch (Json.object(heard.body()).flatMap(named).orElse(null)) {
            case Named.Task task when !task.id().isBlank() && task.id().length() <= TaskId.LONGEST ->
                new SubmitOutcome.Accepted(new TaskId(task.id()), exchange(spoken));
            case Named.End end -> new SubmitOutcome.Answered(end.end(), exchange(spoken));
            case Named.Task unusable -> ambiguous(spoken, namesNothing());
            case null -> ambiguous(spoken, namesNothing());
        };
    }

    private static Failure namesNothing() {
        return Failure.of(ErrorKind.PROVIDER_ERROR, "the answer names neither a task nor a result");
    }

    private SubmitOutcome refused(Spoken spoken, Failure refusal) {
        return refusal.kind() != null
                ? new SubmitOutcome.NotSent(refusal, exchange(spoken))
                : ambiguous(spoken, Told.known(refusal, ErrorKind.PROVIDER_ERROR));
    }

    private SubmitOutcome ambiguous(Spoken spoken, Failure failure) {
        return new SubmitOutcome.Ambiguous(failure, exchange(spoken));
    }

    private Exchange exchange(Spoken spoken) {
        return recording.of(spoken, request, null);
    }
}
