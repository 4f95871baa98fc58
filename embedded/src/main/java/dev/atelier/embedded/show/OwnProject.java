package dev.atelier.embedded.show;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's project: of each 3D model it wants a preview, levels of detail and a USDZ, without being asked. */
final class OwnProject {
    private static final String NAME = "Demo";

    private final Rest api;
    private final String id;

    private OwnProject(Rest api, String id) {
        this.api = api;
        this.id = id;
    }

    /** @param admin may say what a project does by itself */
    static OwnProject ensured(Rest api, Rest admin) {
        String id = api.post("/v1/projects", body().put("name", NAME)).body().path("id").asString("");
        ObjectNode wishes = body();
        wishes.putArray("auto_conversions").add("preview").add("lods").add("usdz");
        Rest.Answer answer = admin.patch("/v1/projects/" + id, wishes);
        if (!answer.good())
            throw new IllegalStateException("PATCH /v1/projects/" + id + ": " + answer);
        return new OwnProject(api, id);
    }

    String id() {
        return id;
    }

    /** What became of a finished 3D job by itself. */
    Job conversionsOf(Job mesh) {
        return find(mesh).map(job -> new Job("mesh-files", "conversion", job.path("id").asString(), null))
                .orElseGet(() -> Job.refused("mesh-files", "no conversion job followed job " + mesh.id()));
    }

    private Optional<JsonNode> find(Job mesh) {
        for (JsonNode job : api.get("/v1/jobs?kind=conversion&project_id=" + id + "&limit=100").body().path("data"))
            if (job.path("automatic_of_job_id").asString("").equals(mesh.id()))
                return Optional.of(job);
        return Optional.empty();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
