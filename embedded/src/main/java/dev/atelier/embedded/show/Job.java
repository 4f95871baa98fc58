package dev.atelier.embedded.show;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A posted job, followed to its end.
 *
 * @param refused why there is none, or null
 */
record Job(String kind, String id, String refused) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ENDS = List.of("succeeded", "failed", "canceled");

    static Job refused(String kind, String why) {
        return new Job(kind, null, why);
    }

    Made end(Rest api, Progress progress, Path folder) {
        if (refused != null)
            return Made.failed(refused);
        JsonNode job = follow(api, progress);
        String status = job.path("status").asString("");
        if (!ENDS.contains(status))
            return Made.failed("still " + status + " after " + PATIENCE.toSeconds() + " s, look at "
                    + job.path("urls").path("web").asString("/v1/jobs/" + id));
        if (!status.equals("succeeded"))
            return Made.failed(status + " " + job.path("error"));
        return Keeping.of(kind, job.path("output"), api, folder);
    }

    private JsonNode follow(Rest api, Progress progress) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (true) {
            JsonNode job = api.get("/v1/jobs/" + id).body();
            String status = job.path("status").asString("unknown");
            if (!status.equals(last) && !ENDS.contains(status))
                progress.step(kind, status);
            if (ENDS.contains(status) || System.nanoTime() > end)
                return job;
            last = status;
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
