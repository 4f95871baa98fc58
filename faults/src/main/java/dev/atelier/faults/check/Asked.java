package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A promise whose breach shows in rows alone.
 *
 * @param questions statements by table; each row of an answer is a violation (first column where, second what)
 */
record Asked(String name, String says, Map<String, List<String>> questions) implements Invariant {
    static Invariant noSlotTwice() {
        return new Asked("I3", "no slot is held twice", Map.of("jimeng_accounts", List.of("""
                select held_by, concat('slot ', slot, ' of ', medium, ' is held ', count(*), ' times')
                  from submissions where held_by is not null group by held_by, medium, slot having count(*) > 1
                """)));
    }

    static Invariant oneKeyOneJob() {
        return new Asked("I12", "one idempotency key, one job", Map.of("idempotency_keys", List.of("""
                select idem_key, concat('made ', count(distinct job_id), ' jobs') from idempotency_keys
                 group by org_id, api_key_id, method, route, idem_key having count(distinct job_id) > 1
                """)));
    }

    /** Every row of a tenant hangs on rows of the same tenant. */
    static Invariant nothingCrossesTenants() {
        String ofJob = "select t.id, 'is of another organisation than job ' from %s t join generation_jobs j"
                + " on j.id = t.job_id where t.org_id <> j.org_id";
        List<String> children = List.of("submissions", "assets", "model_assets", "webhook_deliveries", "job_events");
        Map<String, List<String>> questions = new LinkedHashMap<>();
        children.forEach(table -> questions.put(table, new ArrayList<>(List.of(ofJob.formatted(table)))));
        questions.get("submissions").add("""
                select s.id, concat('was sent with account ', a.id, ' of another organisation') from submissions s
                  join jimeng_accounts a on a.id = s.account_id where a.org_id is not null and a.org_id <> s.org_id
                """);
        questions.put("generation_jobs", List.of("""
                select j.id, 'has the prompt of another organisation' from generation_jobs j
                  join prompts p on p.id = j.prompt_id where p.org_id <> j.org_id
                """, """
                select j.id, 'retries a job of another organisation' from generation_jobs j
                  join generation_jobs o on o.id = j.retry_of_job_id where o.org_id <> j.org_id
                """, """
                select j.id, 'is in a project of another organisation' from generation_jobs j
                  join projects p on p.id = j.project_id where p.org_id <> j.org_id
                """));
        questions.put("idempotency_keys", List.of("""
                select k.idem_key, 'names a job of another organisation' from idempotency_keys k
                  join generation_jobs j on j.id = k.job_id where k.org_id <> j.org_id
                """));
        return new Asked("I9", "nothing crosses tenants", questions);
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        return questions.entrySet().stream().flatMap(table -> table.getValue().stream()
                .flatMap(sql -> evidence.books().violations(table.getKey(), sql).stream())).toList();
    }
}
