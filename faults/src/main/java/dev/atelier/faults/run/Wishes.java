package dev.atelier.faults.run;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the n-th job of a run asks for: from the seed alone, so that a run can be repeated. */
final class Wishes {
    private static final Map<String, String> MODELS = Map.of("image", "ark/seedream-4.5", "video",
            "ark/seedance-1.5-pro", "mesh", "ark/seed3d-1.0");
    private static final List<String> KINDS = List.of("image", "image", "video", "video", "video", "mesh");
    private static final List<String> HARD = List.of("submit=429,ok", "submit=503,503,ok", "submit=500,ok",
            "submit=drop_after_accept", "submit=500_after_accept", "submit=garbage", "submit=html", "submit=empty",
            "submit=slow_body", "submit=concurrency,ok", "fail=content_input", "fail=content_output",
            "fail=generation", "fail=expired", "fail=unknown_status", "result=expired_url,ok",
            "result=wrong_type,ok", "result=truncated,ok", "result=slow", "result=empty,ok", "poll=429,500,ok",
            "poll=garbage,html,ok", "ack=4");

    private final long seed;
    private final String image;
    private final String webhook;

    /** @param image id of an asset that meshes are made from */
    Wishes(long seed, String image, String webhook) {
        this.seed = seed;
        this.image = image;
        this.webhook = webhook;
    }

    /** @param canceled after so many milliseconds, 0 for never */
    record Wish(ObjectNode body, String mark, long canceled, boolean postedTwice) {
    }

    Wish of(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String mark = "mark-" + Long.toHexString(seed) + "-" + number + ".";
        String tags = random.nextInt(2) == 0 ? "" : " [sandbox seconds=" + (1 + random.nextInt(9)) + "]";
        if (random.nextInt(3) == 0)
            tags += " [sandbox " + HARD.get(random.nextInt(HARD.size())) + "]";
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", kind).put("model", MODELS.get(kind))
                .put("priority", random.nextInt(10));
        ObjectNode input = body.putObject("input").put("prompt", "A lantern " + mark + tags);
        if (kind.equals("mesh"))
            input.putArray("images").add(image);
        if (random.nextInt(4) == 0)
            body.put("webhook_url", webhook);
        return new Wish(body, mark, random.nextInt(12) == 0 ? 1 + random.nextInt(9_000) : 0, random.nextInt(10) == 0);
    }
}
