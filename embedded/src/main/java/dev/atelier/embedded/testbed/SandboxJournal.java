package dev.atelier.embedded.testbed;

import dev.atelier.embedded.show.Rest;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the provider saw, which is what would have been paid. */
public final class SandboxJournal {
    private final Rest sandbox;

    public SandboxJournal(String url) {
        this.sandbox = new Rest(url, "none");
    }

    /** Submits of one job that were taken, answered or not. */
    public int paidSubmits(Jobs.Posted job) {
        return paidSubmits(List.of(job)).getFirst();
    }

    public List<Integer> paidSubmits(List<Jobs.Posted> jobs) {
        List<JsonNode> taken = taken();
        return jobs.stream().map(job -> (int) taken.stream().filter(row -> isOf(job, row)).count()).toList();
    }

    /** Of all these jobs together. */
    public int paid(List<Jobs.Posted> jobs) {
        return paidSubmits(jobs).stream().mapToInt(Integer::intValue).sum();
    }

    /** Ids of what the provider made of a job. */
    public List<String> tasks(Jobs.Posted job) {
        return taken().stream().filter(row -> isOf(job, row)).map(row -> row.path("task_id").asString("")).toList();
    }

    private List<JsonNode> taken() {
        return submits().stream().filter(row -> !row.path("outcome").asString("").equals("rejected")).toList();
    }

    private static boolean isOf(Jobs.Posted job, JsonNode row) {
        return row.path("prompt").asString("").contains(job.mark());
    }

    public long submitsSince(Instant when) {
        return submits().stream().filter(row -> Instant.parse(row.path("at").asString()).isAfter(when)).count();
    }

    public long cancels(String task) {
        return rows("cancel").stream().filter(row -> row.path("task_id").asString("").equals(task)).count();
    }

    /** How each try to fetch the job's result was answered, in order. */
    public List<String> downloads(Jobs.Posted job) {
        return rows("download").stream().filter(row -> isOf(job, row)).map(row -> row.path("outcome").asString(""))
                .toList();
    }

    /** How each try to tell us of the job's task was answered, in order. */
    public List<String> callbacks(Jobs.Posted job) {
        return rows("other").stream().filter(row -> isOf(job, row)).map(row -> row.path("outcome").asString(""))
                .toList();
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
