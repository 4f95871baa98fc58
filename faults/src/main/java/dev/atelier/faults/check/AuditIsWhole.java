package dev.atelier.faults.check;

import java.util.List;

/** Of the promise that the audit log cannot be changed unnoticed, what can be judged before its rows carry hashes. */
final class AuditIsWhole implements Invariant {
    @Override
    public String name() {
        return "I8";
    }

    @Override
    public String says() {
        return "the audit log knows each job (no chain to verify yet)";
    }

    /** Every job's beginning stands in the log; the chain itself is not judged while rows carry no hash. */
    @Override
    public List<Violation> judge(Evidence evidence) {
        return evidence.books().violations("generation_jobs", """
                select j.id, 'its creation is not in the audit log' from generation_jobs j
                 where j.retry_of_job_id is null and not exists (select 1 from audit_logs a
                         where a.subject_id = %s and a.action = 'job.create')
                """.formatted(evidence.books().text("j.id")));
    }
}
