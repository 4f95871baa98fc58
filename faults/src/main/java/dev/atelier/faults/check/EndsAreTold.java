package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.List;

/** Who asked to hear of a job's end was told, and of one event under one id. */
final class EndsAreTold implements Invariant {
    @Override
    public String name() {
        return "I7";
    }

    @Override
    public String says() {
        return "each end is told, same event same id";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        Books books = evidence.books();
        String wanted = "(j.webhook_events is null or " + books.text("j.webhook_events")
                + " like concat('%\"job.', j.status, '\"%'))";
        List<Violation> found = new ArrayList<>(books.violations("generation_jobs", """
                select j.id, concat('nobody was to be told that it ', j.status) from generation_jobs j
                 where j.webhook_url is not null and j.status in ('succeeded', 'failed', 'canceled') and %s
                   and not exists (select 1 from webhook_deliveries d
                                    where d.job_id = j.id and d.event_type = concat('job.', j.status))
                """.formatted(wanted)));
        if (evidence.atRest())
            found.addAll(books.violations("webhook_deliveries", """
                    select min(%s), concat(event_type, ' of job ', job_id, ' was never tried') from webhook_deliveries
                     where event_type in ('job.succeeded', 'job.failed', 'job.canceled')
                     group by job_id, event_type, url_hash having count(tried_at) = 0
                    """.formatted(books.text("id")).replace("' of job ', job_id", "' of job ', "
                    + books.text("job_id"))));
        found.addAll(books.violations("generation_jobs", """
                select job_id, concat(event_type, ' has ', count(distinct event_id), ' ids') from webhook_deliveries
                 where event_type in ('job.succeeded', 'job.failed', 'job.canceled')
                 group by job_id, event_type, url_hash having count(distinct event_id) > 1
                """));
        return found;
    }
}
