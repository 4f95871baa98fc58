package dev.atelier.embedded.show;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A posted job, followed to its end.
 *
 * @param name    of the job among the demo's, and of the file it becomes
 * @param refused why there is none, or null
 */
record Job(String name, String kind, String id, String refused) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ENDS = List.of("succeeded", "failed", "canceled");

    static Job refused(String name, String why) {
        return new Job(name, null, null, why);
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
        return kind.equals("conversion")
                ? Keeping.each(name, job.path("output"), api, folder)
                : Keeping.of(name, kind, job.path("output"), api, folder);
    }

    private JsonNode follow(Rest api, Progress progress) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (true) {
            JsonNode job = api.get("/v1/jobs/" + id).body();
            String status = job.path("status").asString("unknown");
            if (!status.equals(last) && !ENDS.contains(status))
                progress.step(name, status);
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
