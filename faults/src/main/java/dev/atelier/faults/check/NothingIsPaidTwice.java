package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** No second submission while an earlier one may have been paid; every paid one stands in the ledger. */
final class NothingIsPaidTwice implements Invariant {
    @Override
    public String name() {
        return "I2";
    }

    @Override
    public String says() {
        return "nothing is paid twice without proof or a person";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        Books books = evidence.books();
        List<Violation> found = new ArrayList<>(books.violations("generation_jobs", """
                select job_id, concat(count(*), ' attempts are open') from submissions
                 where state in ('waiting', 'granted', 'sending', 'sent', 'ambiguous')
                   and not exists (select 1 from audit_logs a where a.action = 'job.retry' and a.subject_id = %s)
                 group by job_id having count(*) > 1
                """.formatted(books.text("job_id"))));
        found.addAll(books.violations("submissions", """
                select l.id, concat('attempt ', l.attempt, ' was sent after attempt ', e.attempt, ' (', e.state,
                       ', billed ', e.billed, ') and nobody said so')
                  from submissions e join submissions l on l.job_id = e.job_id and l.attempt > e.attempt
                 where e.billed <> 'no' and l.state not in ('waiting', 'granted', 'withdrawn')
                   and not exists (select 1 from audit_logs a where a.action = 'job.retry' and a.subject_id = %s)
                   and not (e.state = 'written_off' and exists (select 1 from job_events v
                                                  where v.job_id = e.job_id and v.type = 'job.resumed'))
                """.formatted(books.text("e.job_id"))));
        found.addAll(books.violations("submissions", """
                select min(%s), concat('task ', remote_task_id, ' stands in ', count(*), ' rows') from submissions
                 where remote_task_id is not null group by account_id, remote_task_id having count(*) > 1
                """.formatted(books.text("id"))));
        if (evidence.journal() != null)
            compare(evidence, found);
        return found;
    }

    /** Jobs are told apart by their prompts; the rows of equal ones are added up. */
    private static void compare(Evidence evidence, List<Violation> found) {
        Map<String, Integer> mayBePaid = new HashMap<>();
        Set<String> ours = new HashSet<>();
        evidence.books().read("""
                select p.text, s.state from generation_jobs j join prompts p on p.id = j.prompt_id
                  left join submissions s on s.job_id = j.id
                """, row -> {
            String prompt = row.getString(1);
            ours.add(prompt);
            String state = row.getString(2);
            if (state != null && !Set.of("waiting", "granted", "withdrawn", "not_sent").contains(state))
                mayBePaid.merge(prompt, 1, Integer::sum);
            return prompt;
        });
        Map<String, List<String>> paid = new HashMap<>();
        for (JsonNode row : evidence.journal())
            if (row.path("operation").asString("").equals("submit")
                    && !row.path("outcome").asString("").equals("rejected"))
                paid.computeIfAbsent(known(row.path("prompt").asString(""), ours), any -> new ArrayList<>())
                        .add(row.path("task_id").asString("?"));
        paid.forEach((prompt, tasks) -> {
            int rows = mayBePaid.getOrDefault(prompt, 0);
            if (ours.contains(prompt) && tasks.size() > rows)
                found.add(new Violation("provider tasks " + String.join(", ", tasks),
                        tasks.size() + " paid submits and " + rows + " in the ledger, for '" + prompt + "'"));
        });
    }

    /** Some protocols write their options behind the prompt. */
    private static String known(String prompt, Set<String> ours) {
        String shorter = prompt;
        while (!ours.contains(shorter) && shorter.contains(" --"))
            shorter = shorter.substring(0, shorter.lastIndexOf(" --"));
        return ours.contains(shorter) ? shorter : prompt;
    }
}
