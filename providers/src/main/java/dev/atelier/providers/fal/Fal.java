package dev.atelier.providers.fal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.form.Filling;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;

/**
 * fal's queue: any hosted model by its address, its form by the catalogue. A key has no list of its requests, so a lost
 * create cannot be looked for. The handle of a request is its path: owner, app, and its id.
 */
public final class Fal implements Provider, Provider.Cancels, Provider.SignsCallbacks {

    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(60);
    private static final int LOOKS = 20;
    /** Names before the owner that belong to the address of an app. */
    private static final Set<String> SPACES = Set.of("workflows", "comfy");

    private final Wire wire;
    private final Clock clock;
    private final FalTasks tasks;
    private final FalSignature signature;

    public Fal(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.tasks = new FalTasks(wire);
        this.signature = new FalSignature(wire, clock);
    }

    @Override
    public String name() {
        return "fal";
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
        ObjectNode body = Filling.of(order);
        Redaction redaction = new Redaction(as.secret(), order.input().prompt());
        String tell = order.callback() == null
                ? ""
                : "?fal_webhook=" + URLEncoder.encode(order.callback().toString(), StandardCharsets.UTF_8);
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + "/" + order.model() + tell, headers(as), body, CREATE_PATIENCE,
                Ask.SMALL, order.sendBefore()));
        return new Creating(new Recording("submit", redaction), body).of(spoken,
                heard -> FalErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer, "request_id"))
                        .filter(id -> id.matches("[\\w-]{1,100}"))
                        .map(id -> new Creating.Named.Task(app(order.model()) + "/requests/" + id)));
    }

    /** Requests lie below the app alone: what comes after it in a model's address is dropped. */
    static String app(String model) {
        String[] names = model.split("/");
        int most = SPACES.contains(names[0]) ? 3 : 2;
        return String.join("/", Arrays.copyOf(names, Math.min(most, names.length)));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return tasks.look(wanted, as);
    }

    @Override
    public CancelOutcome cancel(TaskId task, Credential as) {
        return tasks.cancel(task, as);
    }

    @Override
    public CallbackCheck check(Callback callback, Credential as) {
        return signature.check(callback, as);
    }

    static Map<String, String> headers(Credential as) {
        return Map.of("Authorization", "Key " + as.secret(), "Accept", "application/json");
    }
}
