package dev.atelier.embedded.testbed;

import dev.atelier.embedded.show.Rest;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Conversions as an application posts them, from a model that a job of this house has made. */
public final class Conversions {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Rest api;

    public Conversions(RealHouse house) {
        this.house = house;
        this.api = new Rest(house.wiring().api(), house.wiring().keys().api());
    }

    /** @return id of its asset */
    public String model() {
        return ended(mesh(null)).at("/output/0/asset_id").asString();
    }

    /** A job that makes a 3D model. @param project null for none */
    public Jobs.Posted mesh(String project) {
        Jobs.Posted image = house.jobs().post("image");
        JsonNode made = ended(image);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", "mesh").put("model", meshModel());
        body.putObject("input").put("prompt", "A lantern").putArray("images")
                .add(made.at("/output/0/asset_id").asString());
        if (project != null)
            body.put("project_id", project);
        return posted(body);
    }

    /** @param wishes preview, lods, usdz @return id */
    public String project(String name, String... wishes) {
        Rest admin = new Rest(house.wiring().api(), house.wiring().keys().admin());
        String id = api.post("/v1/projects", JsonMapper.shared().createObjectNode().put("name", name)).body()
                .path("id").asString();
        ObjectNode change = JsonMapper.shared().createObjectNode();
        List.of(wishes).forEach(change.putArray("auto_conversions")::add);
        Rest.Answer answer = admin.patch("/v1/projects/" + id, change);
        if (answer.status() != 200)
            throw new AssertionError("PATCH /v1/projects: " + answer);
        return id;
    }

    public JsonNode lineage(String asset) {
        return api.get("/v1/assets/" + asset + "/lineage").body();
    }

    public JsonNode asset(String asset) {
        return api.get("/v1/assets/" + asset).body();
    }

    /** The job that made by itself what the project of this one wants; null while there is none. */
    public Jobs.Posted automaticOf(Jobs.Posted mesh) {
        String id = house.rows().one("select coalesce(max(cast(id as char(36))), '') as id from generation_jobs"
                + " where automatic_of_job_id = '" + mesh.id() + "'").get("id");
        return id.isEmpty() ? null : new Jobs.Posted(id, "conversion", "");
    }

    private String meshModel() {
        return StreamSupport.stream(api.get("/v1/models?limit=100").body().path("data").spliterator(), false)
                .filter(each -> each.path("kind").asString("").equals("mesh")
                        && each.path("provider").asString("").equals("ark"))
                .findFirst().orElseThrow().path("id").asString();
    }

    public Jobs.Posted convert(String asset, String outputs) {
        return posted(order(asset, outputs));
    }

    /** Whatever the answer is. */
    public Rest.Answer post(String asset, String outputs) {
        return api.post("/v1/jobs", order(asset, outputs));
    }

    private static ObjectNode order(String asset, String outputs) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", "conversion");
        body.putObject("input").put("asset", asset).set("outputs", JsonMapper.shared().readTree(outputs));
        return body;
    }

    private Jobs.Posted posted(ObjectNode body) {
        Rest.Answer answer = api.post("/v1/jobs", body);
        if (answer.status() != 202)
            throw new AssertionError("POST /v1/jobs: " + answer);
        return new Jobs.Posted(answer.body().path("id").asString(), body.path("kind").asString(), "");
    }

    public JsonNode ended(Jobs.Posted job) {
        house.jobs().end(job, PATIENCE);
        return house.jobs().read(job);
    }

    public static List<String> words(JsonNode job, String field) {
        return StreamSupport.stream(job.path("output").spliterator(), false).map(each -> each.path(field).asString())
                .toList();
    }

    /** Child processes at work now. */
    public List<ProcessHandle> children(String... workers) {
        return List.of(workers).stream().flatMap(worker -> house.plugs().children(worker).stream()).toList();
    }
}
