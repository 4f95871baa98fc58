package dev.atelier.providers.volcengine;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;
import dev.atelier.providers.talk.Looking;

/**
 * Volcengine's visual API, the official one of jimeng's models: signed requests, tasks that are read one by one, no list
 * and no callback, so a lost request cannot be looked for. A task is read with the name of its model beside its id, so
 * our handle is {@code req_key/task_id}. A credential is {@code ACCESS_KEY:SECRET_KEY}.
 */
public final class Volcengine implements Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOKS = 20;
    private static final String VERSION = "&Version=2022-08-31";
    private static final String SUBMIT = "Action=CVSync2AsyncSubmitTask" + VERSION;
    private static final String RESULT = "Action=CVSync2AsyncGetResult" + VERSION;

    private final Wire wire;
    private final Clock clock;

    public Volcengine(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "volcengine";
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
        if (as.secret().indexOf(':') < 1) {
            return Creating.unfit(ErrorKind.AUTH, "the account's secret must be ACCESS_KEY:SECRET_KEY",
                    clock.instant());
        }
        Optional<String> reqKey = CvBodies.reqKey(order);
        if (reqKey.isEmpty()) {
            return Creating.unfit(ErrorKind.BAD_REQUEST, "this model takes no such number of images at this resolution",
                    clock.instant());
        }
        ObjectNode body = CvBodies.of(order, reqKey.get());
        Redaction redaction = new Redaction(secretKey(as), order.input().prompt());
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + "/?" + SUBMIT, headers(as, SUBMIT, body), body, PATIENCE,
                Ask.SMALL, order.sendBefore()));
        return new Creating(new Recording("submit", redaction), body).of(spoken,
                heard -> CvErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer.path("data"), "task_id"))
                        .map(id -> new Creating.Named.Task(reqKey.get() + "/" + id)));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> look(task, as));
    }

    /** A handle of another form is not the provider's: it cannot be asked for, so it was not seen. */
    private Optional<Sighting> look(TaskId task, Credential as) {
        int slash = task.value().indexOf('/');
        if (slash < 1) {
            return Optional.empty();
        }
        ObjectNode body = Json.object().put("req_key", task.value().substring(0, slash))
                .put("task_id", task.value().substring(slash + 1)).put("req_json", "{\"return_url\":true}");
        Spoken spoken = wire.say(Ask.query(as.baseUrl() + "/?" + RESULT, headers(as, RESULT, body), body, PATIENCE));
        return new CvSightings(new Recording("look", new Redaction(secretKey(as), null)), body).of(spoken);
    }

    private Map<String, String> headers(Credential as, String query, ObjectNode body) {
        String accessKey = as.secret().substring(0, Math.max(0, as.secret().indexOf(':')));
        return new LinkedHashMap<>(new Signature(accessKey, secretKey(as), null).headers(as.baseUrl(), query,
                Json.bytes(body), clock.instant()));
    }

    private static String secretKey(Credential as) {
        return as.secret().substring(as.secret().indexOf(':') + 1);
    }
}
