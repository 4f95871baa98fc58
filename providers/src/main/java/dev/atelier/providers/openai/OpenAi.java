package dev.atelier.providers.openai;

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
 * Pictures of OpenAI and of any service that speaks its form: an account's base URL says which. The call itself is the
 * job, so a lost one cannot be looked for.
 */
public final class OpenAi implements Provider, Provider.Checks {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;
    private final Clock clock;

    public OpenAi(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public int tasksPerLook() {
        return 1;
    }

    @Override
    public boolean synchronous(Order order) {
        return true;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        ObjectNode body = OpenAiPictures.body(order);
        Redaction redaction = new Redaction(as.secret(), order.input().prompt());
        Recording recording = new Recording("submit", redaction);
        Optional<List<Part>> form = OpenAiPictures.form(order, body);
        if (form.isEmpty()) {
            return Creating.unfit(ErrorKind.BAD_REQUEST, Parts.FILES_ONLY, clock.instant());
        }
        Spoken spoken = wire.say(order.images().isEmpty()
                ? Ask.post(as.baseUrl() + "/images/generations", Bearer.headers(as), body, PATIENCE, Ask.LARGE,
                        order.sendBefore())
                : Ask.form(as.baseUrl() + "/images/edits", Bearer.headers(as), form.get(), PATIENCE, Ask.LARGE,
                        order.sendBefore()));
        return new Creating(recording, body).of(spoken,
                heard -> OpenAiErrors.refusal(heard, redaction, clock.instant()),
                answer -> OpenAiPictures.of(answer).map(Creating.Named.End::new));
    }

    /** There is nothing to look at: the answer was the end. */
    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> wanted, Credential as) {
        return Map.of();
    }

    @Override
    public CredentialCheck check(Credential as) {
        Reply reply = wire.say(Ask.get(as.baseUrl() + "/models", Bearer.headers(as), CHECK_PATIENCE)).reply();
        return switch (reply) {
            case Reply.Heard heard when heard.good() && Json.object(heard.body())
                    .filter(body -> body.path("data").isArray()).isPresent() ->
                CredentialCheck.ACCEPTED;
            case Reply.Heard heard when heard.status() == 401 -> CredentialCheck.REFUSED;
            default -> CredentialCheck.UNKNOWN;
        };
    }
}
