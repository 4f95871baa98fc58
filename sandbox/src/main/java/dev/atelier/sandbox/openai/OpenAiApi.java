package dev.atelier.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Form;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.protocol.Gate;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Submitting;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.state.Json;
import java.util.List;
import java.util.Optional;

/** A service that speaks OpenAI's form for pictures. */
public final class OpenAiApi implements Protocol {
    static final String NAME = "openai";

    private static final String PATH = "/openai/v1";
    private static final List<String> MODELS = List.of("gpt-image-1", "dall-e-3");

    private final Workshop workshop;
    private final Gate gate;
    private final Submitting submitting;

    public OpenAiApi(Workshop workshop) {
        this.workshop = workshop;
        this.gate = new Gate(workshop, OpenAiRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, OpenAiRefusals.ALL);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().startsWith(PATH + "/");
    }

    @Override
    public Reply answer(Request request) {
        String route = request.method() + " " + request.path().substring(PATH.length());
        Optional<Key> key = Key.bearer(request);
        String account = key.map(Key::label).orElse(null);
        if (!route.equals("POST /images/generations") && !route.equals("POST /images/edits")) {
            return gate.pass(Entry.of(NAME, Operation.OTHER, account, null, null, Outcome.REJECTED), key,
                    as -> other(as, route));
        }
        JsonNode body = route.endsWith("edits") ? Form.json(request) : request.json();
        String prompt = body.path("prompt").asText("");
        return gate.pass(Entry.of(NAME, Operation.SUBMIT, account, null, prompt, Outcome.REJECTED), key, as -> {
            if (route.endsWith("edits") && !body.has("image")) {
                throw new Refused(OpenAiRefusals.ALL.missing("image"));
            }
            return submitting.submit(as, prompt, new Pictures(body, workshop));
        });
    }

    private Reply other(Key key, String route) {
        if (!route.equals("GET /models")) {
            throw new Refused(OpenAiRefusals.refusal(404, "Invalid URL (" + route + ")", "invalid_request_error", null,
                    null));
        }
        workshop.journal().write(Entry.of(NAME, Operation.OTHER, key.label(), null, null, Outcome.ACCEPTED));
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        MODELS.forEach(model -> data.addObject().put("id", model).put("object", "model").put("created", 1_700_000_000)
                .put("owned_by", "practice"));
        return Reply.json(200, list);
    }
}
