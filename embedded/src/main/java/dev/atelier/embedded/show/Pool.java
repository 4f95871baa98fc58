package dev.atelier.embedded.show;

import dev.atelier.embedded.CannotStart;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's provider accounts: eight of Ark on several sites, the last one the demo's own, and some of each other. */
public final class Pool {
    private static final int SLOTS = 2;
    private static final List<Practice> ALL = Opening.all().stream().map(Opening::practice).toList();

    private final Rest admin;
    private final String sandbox;

    public Pool(Rest admin, String sandbox) {
        this.admin = admin;
        this.sandbox = sandbox;
    }

    /** Adds those that are not there yet, and leads those of an earlier run to where the sandbox listens now. */
    public int fill() {
        int accounts = 0;
        for (Practice practice : ALL) {
            for (int number = 1; number <= practice.sites().size(); number++) {
                Rest.Answer answer = admin.post("/v1/accounts", account(practice, number));
                if (!answer.good() && answer.status() != 409)
                    throw new CannotStart("account " + practice.account(number) + " was refused: " + answer);
                accounts++;
            }
        }
        for (JsonNode account : admin.get("/v1/accounts?limit=100").body().path("data"))
            practice(account).ifPresent(practice -> follow(account, practice));
        return accounts;
    }

    private static Optional<Practice> practice(JsonNode account) {
        String name = account.path("account").asString("");
        return ALL.stream().filter(practice -> name.startsWith(practice.provider() + "-demo-")).findFirst();
    }

    /** After trying out what happens without credit, the next start finds a rested pool again. */
    private void follow(JsonNode account, Practice practice) {
        String url = sandbox + practice.path();
        ObjectNode change = JsonMapper.shared().createObjectNode().put("base_url", url);
        ObjectNode available = change.putObject("available");
        practice.media().forEach(medium -> available.put(medium, true));
        Rest.Answer answer = admin.patch("/v1/accounts/" + account.path("id").asString(), change);
        if (!answer.good())
            throw new CannotStart(
                    "account " + account.path("account") + " cannot follow the sandbox to " + url + ": " + answer);
    }

    private ObjectNode account(Practice practice, int number) {
        ObjectNode account = JsonMapper.shared().createObjectNode();
        account.put("provider", practice.provider()).put("account", practice.account(number))
                .put("secret", practice.secret() + number).put("site", practice.sites().get(number - 1))
                .put("base_url", sandbox + practice.path()).put("priority", 0)
                .put("org_id", own(practice, number) ? "self" : null);
        ObjectNode slots = account.putObject("slots");
        practice.media().forEach(medium -> slots.put(medium, SLOTS));
        return account;
    }

    static boolean there(String provider) {
        return ALL.stream().anyMatch(practice -> practice.provider().equals(provider));
    }

    private static boolean own(Practice practice, int number) {
        return practice.provider().equals("ark") && number == practice.sites().size();
    }
}
