package dev.atelier.providers.tripo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
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
 * Tripo's third API: models from words, one image or several views. One route a type of task, one call for many looks.
 * There is neither an idempotency key, nor a place for our marker, nor a cancel.
 */
public final class Tripo implements Provider, Provider.Finds, Provider.Lists, Provider.Checks {

    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(120);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);
    private static final int IDS_PER_LOOK = 50;

    private final Wire wire;
    private final Clock clock;
    private final TripoTasks tasks;
    private final TripoFiles files;
    private final TripoUsage usage;

    public Tripo(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.tasks = new TripoTasks(wire);
        this.files = new TripoFiles(wire, clock);
        this.usage = new TripoUsage(wire);
    }

    @Override
    public String name() {
        return "tripo";
    }

    @Override
    public int tasksPerLook() {
        return IDS_PER_LOOK;
    }

    @Override
    public boolean synchronous(Order order) {
        return false;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        Redaction redaction = new Redaction(as.secret(), order.input().prompt());
        return switch (files.bring(order, as)) {
            case TripoFiles.NotThere failed -> new SubmitOutcome.NotSent(failed.failure(),
                    new Recording("upload", redaction).of(failed.spoken(), Json.object().put("field", "file"), null));
            case TripoFiles.There there -> create(TripoBodies.of(order, there.inputs()), order, redaction, as);
        };
    }

    private SubmitOutcome create(TripoBodies what, Order order, Redaction redaction, Credential as) {
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + what.path(), Bearer.headers(as), what.body(), CREATE_PATIENCE,
                Ask.SMALL, order.sendBefore()));
        return new Creating(new Recording("submit", redaction), what.body()).of(spoken,
                heard -> TripoErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer.path("data"), "task_id"))
                        .map(Creating.Named.Task::new));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return tasks.look(wanted, as);
    }

    @Override
    public Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        return usage.find(lost, since, known, as);
    }

    @Override
    public Listing list(Instant since, Credential as) {
        return usage.since(since, as);
    }

    @Override
    public CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + "/account/balance", Bearer.headers(as), CHECK_PATIENCE)).reply();
        if (TripoTasks.data(reply).isPresent()) {
            return CredentialCheck.ACCEPTED;
        }
        return reply instanceof Reply.Heard heard
                && TripoErrors.refusal(heard, new Redaction(as.secret(), null), clock.instant())
                        .filter(refusal -> refusal.kind() == ErrorKind.AUTH).isPresent()
                                ? CredentialCheck.REFUSED
                                : CredentialCheck.UNKNOWN;
    }
}
