package dev.atelier.providers.rodin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.form.Filling;
import dev.atelier.providers.form.Parts;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Part;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;

/**
 * Hyper3D's Rodin: textured models from words or from one to five images of one thing, all in one form. It has neither a
 * list nor a cancel: a lost request waits for a person.
 */
public final class Rodin implements Provider, Provider.Checks {

    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(120);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);
    private static final int LOOKS = 10;

    private final Wire wire;
    private final Clock clock;
    private final RodinTasks tasks;

    public Rodin(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.tasks = new RodinTasks(wire);
    }

    @Override
    public String name() {
        return "rodin";
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
        ObjectNode body = Filling.of(order).put("tier", order.model());
        String prompt = order.input().prompt();
        if (prompt != null && !prompt.isBlank()) {
            body.put("prompt", prompt);
        }
        Optional<List<Part>> form = Parts.of(body, order.images(), "images");
        if (form.isEmpty()) {
            return Creating.unfit(ErrorKind.BAD_REQUEST, Parts.FILES_ONLY, clock.instant());
        }
        Redaction redaction = new Redaction(as.secret(), prompt);
        Spoken spoken = wire.say(Ask.form(as.baseUrl() + "/rodin", Bearer.headers(as), form.get(), CREATE_PATIENCE,
                Ask.SMALL, order.sendBefore()));
        return new Creating(new Recording("submit", redaction), body).of(spoken,
                heard -> RodinErrors.refusal(heard, redaction, clock.instant()),
                answer -> RodinHandle.named(answer).map(handle -> new Creating.Named.Task(handle.toString())));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return tasks.look(wanted, as);
    }

    @Override
    public CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + "/check_balance", Bearer.headers(as), CHECK_PATIENCE)).reply();
        return switch (reply) {
            case Reply.Heard heard when heard.good() && Json.object(heard.body())
                    .filter(body -> body.path("balance").isNumber()).isPresent() ->
                CredentialCheck.ACCEPTED;
            case Reply.Heard heard when RodinErrors.refusal(heard, new Redaction(as.secret(), null), clock.instant())
                    .filter(refusal -> refusal.kind() == ErrorKind.AUTH).isPresent() ->
                CredentialCheck.REFUSED;
            default -> CredentialCheck.UNKNOWN;
        };
    }
}
