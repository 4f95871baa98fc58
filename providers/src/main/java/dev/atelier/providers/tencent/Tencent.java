package dev.atelier.providers.tencent;

import java.time.Clock;
import java.time.Duration;
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
 * Tencent's cloud Hunyuan3D: signed actions at the root, errors with HTTP 200, no list, no cancel: a lost request cannot
 * be looked for. A credential is {@code SECRET_ID:SECRET_KEY}.
 */
public final class Tencent implements Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOKS = 20;
    private static final String SUBMIT = "SubmitHunyuanTo3DProJob";
    private static final String QUERY = "QueryHunyuanTo3DProJob";

    private final Wire wire;
    private final Clock clock;

    public Tencent(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tencent";
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
            return Creating.unfit(ErrorKind.AUTH, "the account's secret must be SECRET_ID:SECRET_KEY",
                    clock.instant());
        }
        if (!order.images().isEmpty() && order.input().prompt() != null && !order.input().prompt().isBlank()) {
            return Creating.unfit(ErrorKind.BAD_REQUEST, "this model takes words or images, not both: leave one out",
                    clock.instant());
        }
        ObjectNode body = TencentBodies.of(order);
        Redaction redaction = new Redaction(secretKey(as), order.input().prompt());
        Spoken spoken = wire.say(Ask.post(as.baseUrl() + "/", headers(as, SUBMIT, body), body, PATIENCE, Ask.SMALL,
                order.sendBefore()));
        return new Creating(new Recording("submit", redaction), body).of(spoken,
                heard -> TencentErrors.refusal(heard, redaction, clock.instant()),
                answer -> Optional.ofNullable(Json.text(answer.path("Response"), "JobId"))
                        .map(Creating.Named.Task::new));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Looking.oneByOne(wanted, task -> look(task, as));
    }

    private Optional<Sighting> look(TaskId task, Credential as) {
        ObjectNode body = Json.object().put("JobId", task.value());
        Spoken spoken = wire.say(Ask.query(as.baseUrl() + "/", headers(as, QUERY, body), body, PATIENCE));
        return new TencentSightings(new Recording("look", new Redaction(secretKey(as), null)), body).of(spoken);
    }

    private Map<String, String> headers(Credential as, String action, ObjectNode body) {
        String secretId = as.secret().substring(0, Math.max(0, as.secret().indexOf(':')));
        return new Signature(secretId, secretKey(as)).headers(as.baseUrl(), action, Json.bytes(body),
                clock.instant());
    }

    private static String secretKey(Credential as) {
        return as.secret().substring(as.secret().indexOf(':') + 1);
    }
}
