package dev.atelier.faults.run;

import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.show.Rest;
import dev.atelier.faults.nemesis.Roads;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The accounts of a run: the demo's, and some whose secrets can be searched for. All go by the bad road. */
final class Pool {
    private static final int MORE = 6;
    private static final int SLOTS = 2;

    private final Wiring wiring;
    private final Rest admin;
    private final String arkUrl;
    private final List<String> secrets = new ArrayList<>();

    Pool(Wiring wiring, Roads roads) {
        this.wiring = wiring;
        this.admin = new Rest(wiring.api(), wiring.keys().admin());
        this.arkUrl = roads.provider(wiring.sandbox()) + "/ark/api/v3";
    }

    void lead() {
        for (int number = 1; number <= MORE; number++)
            add("ark-faults-" + number, SLOTS, "canary-" + UUID.randomUUID());
        change(change -> change.put("base_url", arkUrl));
    }

    /** As an operator would in the morning after: whatever was switched off is switched on. */
    void rest() {
        change(change -> change.putObject("available").put("image", true).put("video", true).put("mesh", true));
    }

    /** All that must never be seen in plain. */
    List<String> secrets() {
        List<String> all = new ArrayList<>(secrets);
        all.addAll(List.of(wiring.keys().secret(), wiring.keys().api(), wiring.keys().admin(),
                wiring.keys().database()));
        return all;
    }

    private void add(String account, int slots, String secret) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("provider", "ark").put("account", account)
                .put("secret", secret).put("site", "cn").put("base_url", arkUrl).put("priority", 0);
        body.putObject("slots").put("image", slots).put("video", slots).put("mesh", slots);
        must(admin.post("/v1/accounts", body));
        secrets.add(secret);
    }

    private void change(Consumer<ObjectNode> change) {
        for (JsonNode account : must(admin.get("/v1/accounts?limit=100")).body().path("data")) {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            change.accept(body);
            must(admin.patch("/v1/accounts/" + account.path("id").asString(), body));
        }
    }

    private static Rest.Answer must(Rest.Answer answer) {
        if (!answer.good())
            throw new IllegalStateException("the pool cannot be made: " + answer);
        return answer;
    }
}
