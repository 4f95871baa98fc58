package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.List;

/** Nobody changed, moved, put in or took away a row of the audit log, and every job's beginning stands in it. */
final class AuditIsWhole implements Invariant {
    @Override
    public String name() {
        return "I8";
    }

    @Override
    public String says() {
        return "the audit chains verify, and know each job";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> found = new ArrayList<>(evidence.books().violations("generation_jobs", """
                select j.id, 'its creation is not in the audit log' from generation_jobs j
                 where j.retry_of_job_id is null and not exists (select 1 from audit_logs a
                         where a.subject_id = %s and a.action = 'job.create')
                """.formatted(evidence.books().text("j.id"))));
        if (evidence.chains() != null)
            evidence.chains().broken().forEach(line -> found.add(new Violation("audit chain", line)));
        return found;
    }
}
