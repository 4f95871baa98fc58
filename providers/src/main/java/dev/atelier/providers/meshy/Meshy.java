package dev.atelier.providers.meshy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * Meshy: a shape from words, a textured model from one image or several. Its delete is no cancel: it destroys the record
 * of a task that may be paid, so it is never asked for.
 */
public final class Meshy implements Provider, Provider.Finds, Provider.Lists, Provider.Checks {

    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);
    private static final int LOOKS = 20;

    private final Wire wire;
    private final Clock clock;
    private final MeshyTasks tasks;
    private final MeshyList list;

    public Meshy(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.tasks = new MeshyTasks(wire);
        this.list = new MeshyList(wire);
    }

    @Override
    public String name() {
        return "meshy";
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
        MeshyBodies what = MeshyBodies.of(order);
        Redaction redaction = new Redaction(as.secret(), order.input().prompt());
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + "/" + what.collection(), Bearer.headers(as), what.body(),
                CREATE_PATIENCE, Ask.SMALL, order.sendBefore()));
        return new Creating(new Recording("submit", redaction), what.body()).of(spoken,
                heard -> MeshyErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer, "result")).filter(id -> id.matches("[\\w-]{1,100}"))
                        .map(id -> new Creating.Named.Task(what.collection() + "/" + id)));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return tasks.look(wanted, as);
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
    public CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + "/v1/balance", Bearer.headers(as), CHECK_PATIENCE)).reply();
        return switch (reply) {
            case Reply.Heard heard when heard.good() && Json.object(heard.body())
                    .filter(body -> body.path("balance").isNumber()).isPresent() ->
                CredentialCheck.ACCEPTED;
            case Reply.Heard heard when heard.status() == 401 -> CredentialCheck.REFUSED;
            default -> CredentialCheck.UNKNOWN;
        };
    }
}
