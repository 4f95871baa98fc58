package dev.atelier.faults.run;

import dev.atelier.embedded.testbed.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever looks after parked jobs: adopts what the provider knows, else sends some again and gives up on others. */
final class Person {
    private final Client client;
    private final Rows rows;
    private final Client provider;
    private final Map<String, Integer> said = new TreeMap<>();
    /** Once: what was lost twice is lost again. */
    private final Set<String> sentAgain = new HashSet<>();

    Person(Client client, Rows rows, Client provider) {
        this.client = client;
        this.rows = rows;
        this.provider = provider;
    }

    /** One round over all that need a person now. */
    void decide() {
        List<Map<String, String>> parked = rows.all("""
                select j.id, p.text from generation_jobs j join prompts p on p.id = j.prompt_id
                 where j.attention_reason is not null and j.status in ('pending', 'queued', 'running')""");
        if (parked.isEmpty())
            return;
        JsonNode journal = provider.get("/_sandbox/journal");
        for (Map<String, String> job : parked)
            decide(job.get("id"), job.get("text"), journal);
    }

    Map<String, Integer> said() {
        return said;
    }

    private void decide(String job, String prompt, JsonNode journal) {
        ObjectNode words = JsonMapper.shared().createObjectNode().put("reason", "looked into it");
        Optional<String> lost = journal == null ? Optional.empty() : unknownTask(prompt, journal);
        if (lost.isPresent() && answered(job, "adopt", words.deepCopy().put("remote_task_id", lost.get())))
            return;
        boolean again = Math.floorMod(prompt.hashCode(), 3) == 0 && sentAgain.add(job);
        answered(job, again ? "retry" : "cancel", words);
    }

    private boolean answered(String job, String verb, ObjectNode words) {
        int status = client.say(job, verb, words);
        said.merge(verb + " " + (status == 0 ? "unanswered" : status), 1, Integer::sum);
        return status == 202;
    }

    /** A task that can still be asked about, was accepted for this prompt and stands in no row. */
    private Optional<String> unknownTask(String prompt, JsonNode journal) {
        List<String> tasks = new ArrayList<>();
        journal.forEach(row -> {
            if (row.path("operation").asString("").equals("submit") && !row.path("outcome").asString("").equals(
                    "rejected") && row.path("prompt").asString("").equals(prompt)
                    && row.path("task_id").asString("").startsWith("cgt-"))
                tasks.add(row.path("task_id").asString());
        });
        Set<String> known = new HashSet<>();
        rows.all("select remote_task_id from submissions where remote_task_id is not null")
                .forEach(row -> known.add(row.get("remote_task_id")));
        return tasks.stream().filter(task -> !known.contains(task)).findFirst();
    }
}
