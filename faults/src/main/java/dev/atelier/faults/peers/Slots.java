package dev.atelier.faults.peers;

import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.show.Rest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the demo's pool as large as wanted. */
public record Slots(Wiring wiring) {
    private static final int THERE = 16;
    private static final int OF_AN_ACCOUNT = 2;

    /** @param wanted slots of each medium, all in all */
    public void fill(int wanted) {
        Rest admin = new Rest(wiring.api(), wiring.keys().admin());
        for (int number = 1; number <= (wanted - THERE) / OF_AN_ACCOUNT; number++) {
            ObjectNode body = JsonMapper.shared().createObjectNode().put("provider", "ark")
                    .put("account", "ark-more-" + number).put("secret", "ark-more-" + number).put("site", "cn")
                    .put("base_url", wiring.sandbox() + "/ark/api/v3").put("priority", 0);
            body.putObject("slots").put("image", OF_AN_ACCOUNT).put("video", OF_AN_ACCOUNT).put("mesh",
                    OF_AN_ACCOUNT);
            Rest.Answer answer = admin.post("/v1/accounts", body);
            if (!answer.good())
                throw new IllegalStateException("an account was refused: " + answer);
        }
    }
}
