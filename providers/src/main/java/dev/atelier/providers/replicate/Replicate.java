package dev.atelier.providers.replicate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.form.Filling;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;

/**
 * Replicate: any hosted model by its name, with or without a version, its form by the catalogue. Never asked to wait:
 * a create that answers at once is one that is not lost.
 */
public final class Replicate
        implements
            Provider,
            Provider.Finds,
            Provider.Lists,
            Provider.Cancels,
            Provider.Checks,
            Provider.SignsCallbacks {

    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);
    private static final int LOOKS = 20;

    private final Wire wire;
    private final Clock clock;
    private final Predictions predictions;
    private final PredictionList list;
    private final ReplicateSignature signature;

    public Replicate(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.predictions = new Predictions(wire);
        this.list = new PredictionList(wire);
        this.signature = new ReplicateSignature(wire, clock);
    }

    @Override
    public String name() {
        return "replicate";
    }

    @Override
    public int tasksPerLook() {
        return LOOKS;
    }

    @Override
    public boolean synchronous(Order order) {
        return false;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        int colon = order.model().indexOf(':');
        ObjectNode body = Json.object();
        if (colon >= 0) {
            body.put("version", order.model().substring(colon + 1));
        }
        body.set("input", Filling.of(order));
        String path = colon >= 0 ? "/predictions" : "/models/" + order.model() + "/predictions";
        if (order.callback() != null) {
            body.put("webhook", order.callback().toString()).putArray("webhook_events_filter").add("completed");
        }
        Redaction redaction = new Redaction(as.secret(), order.input().prompt());
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + path, Bearer.headers(as), body, CREATE_PATIENCE, Ask.SMALL,
                order.sendBefore()));
        return new Creating(new Recording("submit", redaction), body).of(spoken,
                heard -> ReplicateErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer, "id")).filter(id -> id.matches("[\\w-]{1,100}"))
                        .map(Creating.Named.Task::new));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return predictions.look(wanted, as);
    }

    @Override
    public Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        return list.find(lost, since, known, as);
    }

    @Override
    public Listing list(Instant since, Credential as) {
        return list.since(since, as);
    }

    @Override
    public CancelOutcome cancel(TaskId task, Credential as) {
        return predictions.cancel(task, as);
    }

    @Override
    public CallbackCheck check(Callback callback, Credential as) {
        return signature.check(callback, as);
    }

    @Override
    public CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + "/account", Bearer.headers(as), CHECK_PATIENCE)).reply();
        return switch (reply) {
            case Reply.Heard heard when heard.good() && Json.object(heard.body()).isPresent() ->
                CredentialCheck.ACCEPTED;
            case Reply.Heard heard when heard.status() == 401 -> CredentialCheck.REFUSED;
            default -> CredentialCheck.UNKNOWN;
        };
    }
}
