package dev.atelier.sandbox.tripo;

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
import dev.atelier.sandbox.protocol.Looking;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What costs nothing: files brought, the balance, what was used. Files are taken and forgotten. */
record TripoDesk(Tasks tasks, TripoTask shown, Workshop workshop) {
    private static final int CREDITS = 10_000;
    private static final int LARGEST_FILE = 50 << 20;
    private static final int PRESIGNED_SECONDS = 1_800;

    Reply answer(Request request, String route, Optional<Key> key, Gate gate, Looking looking) {
        String account = key.map(Key::label).orElse(null);
        return switch (request.method() + " " + route) {
            case "POST /files" -> gate.pass(rejected(Operation.UPLOAD, account), key, as -> file(as, request));
            case "POST /files/presign", "GET /files/presign" ->
                gate.pass(rejected(Operation.UPLOAD, account), key, this::presigned);
            case "GET /account/balance" -> gate.pass(rejected(Operation.OTHER, account), key, this::balance);
            case "GET /account/usage" -> gate.pass(Entry.list(TripoApi.NAME, account, List.of(), Outcome.REJECTED),
                    key, as -> usage(as, request, looking));
            default -> gate.pass(rejected(Operation.OTHER, account), key, as -> {
                throw new Refused(TripoRefusals.refusal(404, 2002, "There is no " + request.method() + " " + route
                        + ".", null));
            });
        };
    }

    private Reply file(Key key, Request request) {
        Optional<Form.Field> file = Form.of(request).flatMap(form -> form.files("file").stream().findFirst());
        if (file.isEmpty()) {
            throw new Refused(TripoRefusals.refusal(400, 2003, "The file is empty.", null));
        }
        if (file.get().bytes().length == 0 || file.get().bytes().length > LARGEST_FILE) {
            throw new Refused(TripoRefusals.refusal(400, 2004, "The file must have 1 byte to 50 MB.", null));
        }
        noted(Operation.UPLOAD, key);
        return TripoApi.good(Json.object().put("file_token", UUID.randomUUID().toString()));
    }

    private Reply presigned(Key key) {
        noted(Operation.UPLOAD, key);
        String token = UUID.randomUUID().toString();
        return TripoApi.good(Json.object().put("file_token", token)
                .put("presigned_url", workshop.address() + "/tripo/v3/files/upload/" + token)
                .put("expires_in", PRESIGNED_SECONDS));
    }

    /** The signed address is the permission. */
    Reply put(String route) {
        workshop.journal().write(Entry.of(TripoApi.NAME, Operation.UPLOAD, null,
                route.substring(route.lastIndexOf('/') + 1), null, Outcome.ACCEPTED));
        return Reply.bytes(200, "text/plain", new byte[0]);
    }

    private Reply balance(Key key) {
        noted(Operation.OTHER, key);
        Instant now = workshop.clock().instant();
        int used = tasks.of(key).stream().mapToInt(task -> TripoTask.credits(task, now)).sum();
        return TripoApi.good(Json.object().put("balance", Math.max(0, CREDITS - used)).put("frozen", 0));
    }

    private Reply usage(Key key, Request request, Looking looking) {
        int limit = number(request, "limit", 50, 200);
        int offset = number(request, "offset", 0, 1_000_000);
        List<Task> page = tasks.of(key).stream().skip(offset).limit(limit).toList();
        return looking.list(key, page, null, () -> {
            ObjectNode data = Json.object();
            ArrayNode items = data.putArray("items");
            page.forEach(task -> items.add(shown.usage(task, workshop.clock().instant())));
            return TripoApi.good(data);
        });
    }

    private void noted(Operation operation, Key key) {
        workshop.journal().write(Entry.of(TripoApi.NAME, operation, key.label(), null, null, Outcome.ACCEPTED));
    }

    private static Entry rejected(Operation operation, String account) {
        return TripoApi.entry(operation, account, null, null);
    }

    private static int number(Request request, String name, int usual, int most) {
        return request.parameter(name).filter(given -> given.matches("\\d{1,7}")).map(Integer::parseInt)
                .map(given -> Math.min(given, most)).orElse(usual);
    }
}
