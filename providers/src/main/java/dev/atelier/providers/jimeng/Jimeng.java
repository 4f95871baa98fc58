package dev.atelier.providers.jimeng;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.record.Recording;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;

/**
 * The open-source gateway jimeng-api, which speaks to jimeng's web service with the sessions of its users. The call is
 * the job: no task, no list, no cancel, and every error with HTTP 200. Automated use of accounts is against that
 * service's terms, so the provider is off until whoever runs it says otherwise.
 */
public final class Jimeng implements Provider, Provider.Checks {

    /** Its own wait for a picture; a model's {@code longest_call_seconds} says otherwise. */
    private static final int USUAL_CALL_SECONDS = 1_800;
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;
    private final Clock clock;

    public Jimeng(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jimeng";
    }

    /** The gateway goes to the service by the proxy that stands before the session. */
    @Override
    public boolean takesTheProxyAlong() {
        return true;
    }

    /** There are no tasks. */
    @Override
    public int tasksPerLook() {
        return 1;
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> tasks, Credential as) {
        return Map.of();
    }

    @Override
    public boolean synchronous(Order order) {
        return true;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        if (JimengToken.problem(as) != null) {
            return Creating.unfit(ErrorKind.AUTH, JimengToken.problem(as), clock.instant());
        }
        if (JimengBodies.problem(order) != null) {
            return Creating.unfit(ErrorKind.BAD_REQUEST, JimengBodies.problem(order), clock.instant());
        }
        ObjectNode body = JimengBodies.of(order);
        Recording recording = new Recording("submit", new Redaction(as.secret(), order.input().prompt()));
        Spoken spoken = wire.say(ask(order, as, body));
        JimengAnswers answers = new JimengAnswers(order.kind() == Kind.VIDEO, recording.redaction(), spoken);
        return new Creating(recording, body).of(spoken, answers::refusal, answers::named);
    }

    private static Ask ask(Order order, Credential as, ObjectNode body) {
        boolean images = !order.images().isEmpty();
        String url = as.baseUrl() + (order.kind() == Kind.VIDEO
                ? "/v1/videos/generations"
                : images ? "/v1/images/compositions" : "/v1/images/generations");
        Duration patience = Duration.ofSeconds(order.settings().get("longest_call_seconds") instanceof Number most
                ? most.longValue()
                : USUAL_CALL_SECONDS);
        return images
                ? Ask.form(url, headers(as), JimengBodies.parts(body, order), patience, Ask.LARGE, order.sendBefore())
                : Ask.post(url, headers(as), body, patience, Ask.LARGE, order.sendBefore());
    }

    /**
     * Asks for the account's points, which costs nothing. The gateway's own check of a token answers "dead" for a network
     * error, too. The answer repeats the token, so none of it is kept.
     */
    @Override
    public CredentialCheck check(Credential as) {
        if (JimengToken.problem(as) != null) {
            return CredentialCheck.REFUSED;
        }
        Reply reply = wire.say(Ask.query(as.baseUrl() + "/token/points", headers(as), Json.object(), CHECK_PATIENCE))
                .reply();
        JsonNode answer = reply instanceof Reply.Heard heard && heard.good()
                ? Json.value(heard.body()).orElse(null)
                : null;
        if (answer instanceof ArrayNode points && !points.isEmpty()) {
            return CredentialCheck.ACCEPTED;
        }
        return answer != null && JimengErrors.kind(answer) == ErrorKind.AUTH
                ? CredentialCheck.REFUSED
                : CredentialCheck.UNKNOWN;
    }

    private static Map<String, String> headers(Credential as) {
        return Map.of("Authorization", "Bearer " + JimengToken.of(as));
    }
}
