package dev.atelier.embedded.show;

import dev.atelier.embedded.CannotStart;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's provider accounts: eight of Ark on several sites, two slots a medium, the last one the demo's own. */
public final class Pool {
    private static final List<String> SITES = List.of("cn", "cn", "us", "us", "hk", "jp", "sg", "cn");
    private static final int SLOTS = 2;

    private final Rest admin;
    private final String arkUrl;

    public Pool(Rest admin, String sandbox) {
        this.admin = admin;
        this.arkUrl = sandbox + "/ark/api/v3";
    }

    /** Adds those that are not there yet, and leads those of an earlier run to where the sandbox listens now. */
    public int fill() {
        for (int number = 1; number <= SITES.size(); number++) {
            Rest.Answer answer = admin.post("/v1/accounts", account(number));
            if (!answer.good() && answer.status() != 409)
                throw new CannotStart("account ark-demo-" + number + " was refused: " + answer);
        }
        for (JsonNode account : admin.get("/v1/accounts?limit=100").body().path("data"))
            follow(account);
        return SITES.size();
    }

    /** After trying out what happens without credit, the next start finds a rested pool again. */
    private void follow(JsonNode account) {
        if (!account.path("account").asString("").startsWith("ark-demo-"))
            return;
        ObjectNode change = JsonMapper.shared().createObjectNode().put("base_url", arkUrl);
        change.putObject("available").put("image", true).put("video", true).put("mesh", true);
        Rest.Answer answer = admin.patch("/v1/accounts/" + account.path("id").asString(), change);
        if (!answer.good())
            throw new CannotStart(
                    "account " + account.path("account") + " cannot follow the sandbox to " + arkUrl + ": " + answer);
    }

    private ObjectNode account(int number) {
        ObjectNode account = JsonMapper.shared().createObjectNode();
        account.put("provider", "ark").put("account", "ark-demo-" + number).put("secret", "ark-demo-" + number)
                .put("site", SITES.get(number - 1)).put("base_url", arkUrl).put("priority", 0)
                .put("org_id", number == SITES.size() ? "self" : null);
        account.putObject("slots").put("image", SLOTS).put("video", SLOTS).put("mesh", SLOTS);
        return account;
    }
}
