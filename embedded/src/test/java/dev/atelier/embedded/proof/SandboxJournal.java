package dev.atelier.embedded.proof;

import dev.atelier.embedded.show.Rest;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the provider saw, which is what would have been paid. */
final class SandboxJournal {
    private final Rest sandbox;

    SandboxJournal(String url) {
        this.sandbox = new Rest(url, "none");
    }

    /** Submits of one job that were taken, answered or not. */
    int paidSubmits(Jobs.Posted job) {
        return (int) submits().stream().filter(row -> row.path("prompt").asString("").contains(job.mark()))
                .filter(row -> !row.path("outcome").asString("").equals("rejected")).count();
    }

    List<Integer> paidSubmits(List<Jobs.Posted> jobs) {
        return jobs.stream().map(this::paidSubmits).toList();
    }

    long submitsSince(Instant when) {
        return submits().stream().filter(row -> Instant.parse(row.path("at").asString()).isAfter(when)).count();
    }

    long cancels(String task) {
        return rows("cancel").stream().filter(row -> row.path("task_id").asString("").equals(task)).count();
    }

    private List<JsonNode> submits() {
        return rows("submit");
    }

    private List<JsonNode> rows(String operation) {
        JsonNode all = sandbox.get("/_sandbox/journal").body();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(row -> row.path("operation").asString("").equals(operation)).toList();
    }
}
