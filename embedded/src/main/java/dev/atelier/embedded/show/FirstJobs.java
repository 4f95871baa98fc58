package dev.atelier.embedded.show;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One image, one video, one 3D model, the last made from the first, what becomes of the model by itself, and one job of
 * each other provider: posted over REST like anybody's.
 */
public final class FirstJobs {
    private static final Map<String, String> PROMPTS = Map.of(
            "image", "A paper lantern on a quiet lake under moonlight, 月光下的纸灯笼",
            "video", "The paper lantern drifts across the lake, slow camera, 灯笼漂过湖面",
            "mesh", "The paper lantern as a 3D model, 纸灯笼三维模型");

    private final Rest api;
    private final OwnProject project;
    private final Progress progress;
    private final Path folder;

    /** @param admin may say what a project does by itself */
    public FirstJobs(Rest api, Rest admin, Progress progress, Path folder) {
        this.api = api;
        this.project = OwnProject.ensured(api, admin);
        this.progress = progress;
        this.folder = folder;
    }

    /** @return whether all of them succeeded */
    public boolean run() {
        Job image = post("image", null);
        Job video = post("video", null);
        List<Job> others = others();
        Made made = end(image);
        Job mesh = made.good() ? post("mesh", made.assetId()) : Job.refused("mesh", "it needs the image");
        boolean model = end(mesh).good() && end(project.conversionsOf(mesh)).good();
        return made.good() & model & end(video).good()
                & others.stream().map(job -> end(job).good()).reduce(true, Boolean::logicalAnd);
    }

    private Made end(Job job) {
        Made made = job.end(api, progress, folder);
        progress.step(job.name(), made.line());
        return made;
    }

    private Job post(String kind, String image) {
        String model = model(kind);
        return model == null
                ? Job.refused(kind, "GET /v1/models offers no " + kind + " model")
                : post(kind, kind, model, image);
    }

    /** Of each other provider the first model that needs words alone. */
    private List<Job> others() {
        Map<String, JsonNode> first = new TreeMap<>();
        for (JsonNode model : api.get("/v1/models?limit=100").body().path("data")) {
            if (!arks(model) && model.path("limits").path("min_images").asInt(0) == 0)
                first.putIfAbsent(model.path("provider").asString(""), model);
        }
        return first.entrySet().stream().filter(each -> Pool.there(each.getKey()))
                .map(each -> post(each.getKey(), each.getValue().path("kind").asString(""),
                        each.getValue().path("id").asString(""), null))
                .toList();
    }

    private Job post(String name, String kind, String model, String image) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", kind).put("model", model)
                .put("project_id", project.id());
        ObjectNode input = body.putObject("input").put("prompt", PROMPTS.get(kind));
        if (image != null)
            input.putArray("images").add(image);
        Rest.Answer answer = api.post("/v1/jobs", body);
        if (!answer.good())
            return Job.refused(name, "POST /v1/jobs: " + answer);
        String id = answer.body().path("id").asString();
        progress.step(name, "posted to " + model + ", job " + id);
        return new Job(name, kind, id, null);
    }

    /** Ark's newest, as the demo's accounts are Ark's; else whatever makes this kind. */
    private String model(String kind) {
        JsonNode models = api.get("/v1/models?limit=100").body().path("data");
        return StreamSupport.stream(models.spliterator(), false)
                .filter(model -> model.path("kind").asString("").equals(kind))
                .max(Comparator.comparing(FirstJobs::arks).thenComparing(model -> model.path("id").asString("")))
                .map(model -> model.path("id").asString()).orElse(null);
    }

    private static boolean arks(JsonNode model) {
        return model.path("provider").asString("").equals("ark");
    }
}
