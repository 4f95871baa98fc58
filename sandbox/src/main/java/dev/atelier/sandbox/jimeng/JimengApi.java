package dev.atelier.sandbox.jimeng;

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
import java.util.Map;
import java.util.Optional;

/** The gateway jimeng-api as its users know it: one call, one wait, and HTTP 200 whatever happened. */
public final class JimengApi implements Protocol {
    static final String NAME = "jimeng";

    private static final String PATH = "/jimeng";
    private static final String GENERATIONS = "/v1/images/generations";
    private static final String COMPOSITIONS = "/v1/images/compositions";
    private static final String VIDEOS = "/v1/videos/generations";
    private static final List<String> SUBMITS = List.of(GENERATIONS, COMPOSITIONS, VIDEOS);

    private final Workshop workshop;
    private final Gate gate;
    private final Submitting submitting;

    public JimengApi(Workshop workshop) {
        this.workshop = workshop;
        this.gate = new Gate(workshop, JimengRefusals.ALL);
        this.submitting = new Submitting(NAME, workshop, JimengRefusals.ALL);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Request request) {
        return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }

    @Override
    public Reply answer(Request request) {
        String route = request.path().substring(PATH.length());
        return switch (request.method() + " " + route) {
            case "GET /ping" -> Reply.text(200, "text/plain", "pong");
            case "GET ", "GET /" -> Reply.json(200, Map.of("service", "jimeng-api", "status", "running"));
            case "GET /v1/models" -> models();
            case "POST /token/check", "POST /v1/token/check" -> Reply.json(200, Map.of("live",
                    Session.of(request.json().path("token").asText("")).isPresent()));
            default -> keyed(request, route);
        };
    }

    private Reply keyed(Request request, String route) {
        Optional<Session> session = Session.of(request);
        String account = session.map(Session::key).map(Key::label).orElse(null);
        boolean submit = request.method().equals("POST") && SUBMITS.contains(route);
        JsonNode body = submit ? Asked.body(request) : null;
        String prompt = submit ? Asked.promptOf(body).orElse("") : null;
        Entry rejected = Entry.of(NAME, submit ? Operation.SUBMIT : Operation.OTHER, account, null, prompt,
                Outcome.REJECTED);
        return gate.pass(rejected, session, as -> {
            if (submit) {
                Asked asked = asked(route, body, files(request), as.site());
                return submitting.submit(as.key(), prompt, new Generation(asked, route.equals(COMPOSITIONS),
                        workshop.results(), workshop.clock().instant()));
            }
            if (request.method().equals("POST") && route.matches("(/v1)?/token/points")) {
                workshop.journal().write(Entry.of(NAME, Operation.OTHER, account, null, null, Outcome.ACCEPTED));
                return points(as);
            }
            throw new Refused(JimengRefusals.error(-1000, "[系统异常]: " + request.method() + " " + route));
        });
    }

    private static Asked asked(String route, JsonNode body, int files, String site) {
        return switch (route) {
            case GENERATIONS -> Asked.image(body, 0, site);
            case COMPOSITIONS -> Asked.composition(body, files, site);
            default -> Asked.video(body, files, site);
        };
    }

    private static int files(Request request) {
        return Form.of(request).map(form -> (int) form.fields().stream().filter(field -> field.file() != null).count())
                .orElse(0);
    }

    /** It repeats the token, as the gateway does. */
    private static Reply points(Session session) {
        ArrayNode all = Json.array();
        ObjectNode one = all.addObject().put("token", session.token());
        one.putObject("points").put("giftCredit", 60).put("purchaseCredit", 0).put("vipCredit", 0)
                .put("totalCredit", 60);
        return Reply.json(200, all);
    }

    private static Reply models() {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        Wares.listed().forEach(model -> data.addObject().put("id", model).put("object", "model").put("owned_by",
                "jimeng-api"));
        return Reply.json(200, body);
    }
}
