package dev.atelier.faults.run;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Before anything goes wrong: the picture that meshes are made from. */
record FirstImage(Client client) {
    private static final int TRIES = 300;

    /** @return the id of its asset */
    String make() {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", "image").put("model",
                "ark/seedream-4.5");
        body.putObject("input").put("prompt", "A paper lantern, to be made a mesh of");
        String job = client.post("key-first-" + UUID.randomUUID(), body);
        for (int i = 0; i < TRIES; i++) {
            JsonNode now = client.get("/v1/jobs/" + job);
            if (now != null && now.path("status").asString("").equals("succeeded"))
                return now.path("output").path(0).path("asset_id").asString();
            pause();
        }
        throw new IllegalStateException("the first image, in peace, did not succeed: " + client.get("/v1/jobs/" + job));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
