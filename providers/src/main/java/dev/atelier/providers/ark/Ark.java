package dev.atelier.providers.ark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import dev.atelier.domain.job.Kind;
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
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * ByteDance Ark (Volcengine and BytePlus): Seedream images answer in the call itself; Seedance videos and Seed3D meshes
 * are tasks of one resource, with a list by ids. There is no idempotency key; our marker rides in
 * {@code safety_identifier}, which the list gives back.
 */
public final class Ark implements Provider, Provider.Finds, Provider.Lists, Provider.Cancels, Provider.Checks {

    static final String TASKS = "/contents/generations/tasks";
    private static final String IMAGES = "/images/generations";
    /** The vendor's own client waits this long for an image. */
    private static final Duration IMAGE_PATIENCE = Duration.ofMinutes(10);
    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(60);
    /** As many ids as fit into an address that servers and proxies take. */
    private static final int IDS_PER_LOOK = 100;

    private final Wire wire;
    private final Clock clock;
    private final ArkTasks tasks;
    private final ArkSearch search;

    public Ark(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.tasks = new ArkTasks(wire);
        this.search = new ArkSearch(wire);
    }

    @Override
    public String name() {
        return "ark";
    }

    @Override
    public int tasksPerLook() {
        return IDS_PER_LOOK;
    }

    @Override
    public boolean synchronous(Order order) {
        return order.kind() == Kind.IMAGE;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        boolean image = synchronous(order);
        ObjectNode body = ArkBodies.of(order);
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + (image ? IMAGES : TASKS), headers(as, order.marker()), body,
                image ? IMAGE_PATIENCE : CREATE_PATIENCE, image ? Ask.LARGE : Ask.SMALL, order.sendBefore()));
        Recording recording = new Recording("submit", new Redaction(as.secret(), order.input().prompt()));
        return new ArkAnswers(recording, body, clock.instant()).of(spoken, image);
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return tasks.look(wanted, as);
    }

    @Override
    public Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        return search.find(lost, since, known, as);
    }

    @Override
    public Listing list(Instant since, Credential as) {
        return new ArkList(wire).since(since, as);
    }

    /**
     * The call that cancels a queued task deletes the record of one that has ended, and with it a paid result. So the
     * task is looked at first, and only a queued one is canceled: for a running one the documented answer is a refusal,
     * and it may end before the call arrives.
     */
    @Override
    public CancelOutcome cancel(TaskId task, Credential as) {
        return tasks.cancel(task, as);
    }

    @Override
    public CredentialCheck check(Credential as) {
        return tasks.check(as);
    }

    static Map<String, String> headers(Credential as, String requestId) {
        return Map.of("Authorization", "Bearer " + as.secret(), "X-Client-Request-Id", requestId);
    }
}
