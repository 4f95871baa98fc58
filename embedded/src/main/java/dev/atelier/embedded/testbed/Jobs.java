package dev.atelier.embedded.testbed;

import dev.atelier.embedded.show.Rest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as an application posts and reads them. Each prompt is told apart by a mark, by which the journal is read. */
public final class Jobs {
    private static final Map<String, String> MODELS = Map.of("image", "ark/seedream-4.5", "video",
            "ark/seedance-1.5-pro");
    private static final Set<String> ENDS = Set.of("succeeded", "failed", "canceled");

    private final Rest api;

    public Jobs(String url, String key) {
        this.api = new Rest(url, key);
    }

    /** @param mark in the prompt of this job alone */
    public record Posted(String id, String kind, String mark) {
        public String workflowId() {
            return kind + "-" + id;
        }
    }

    public Posted post(String kind, String... tags) {
        return post(kind, Map.of(), tags);
    }

    public Posted post(String kind, Map<String, String> more, String... tags) {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", kind).put("model", MODELS.get(kind));
        body.putObject("input").put("prompt", "A lantern " + mark + Arrays.stream(tags).map(tag -> " [sandbox " + tag
                + "]").reduce("", String::concat));
        more.forEach(body::put);
        Rest.Answer answer = api.post("/v1/jobs", body);
        if (answer.status() != 202)
            throw new AssertionError("POST /v1/jobs: " + answer);
        return new Posted(answer.body().path("id").asString(), kind, mark);
    }

    public List<Posted> several(int number, String kind, String... tags) {
        return IntStream.range(0, number).mapToObj(i -> post(kind, tags)).toList();
    }

    public JsonNode read(Posted job) {
        return api.get("/v1/jobs/" + job.id()).body();
    }

    public String status(Posted job) {
        return read(job).path("status").asString("");
    }

    /** Why a person is needed, or nothing. */
    public String attention(Posted job) {
        return read(job).path("needs_attention").path("reason").asString("");
    }

    public Rest.Answer say(Posted job, String verb) {
        return api.post("/v1/jobs/" + job.id() + "/" + verb,
                JsonMapper.shared().createObjectNode().put("reason", "a proof"));
    }

    public JsonNode submissions(Posted job) {
        return api.get("/v1/jobs/" + job.id() + "/submissions").body().path("data");
    }

    /** Waits for the end, whatever it is. */
    public String end(Posted job, Duration atMost) {
        RealHouse.until("job " + job.workflowId() + " ends", atMost, () -> ENDS.contains(status(job)));
        return status(job);
    }
}
