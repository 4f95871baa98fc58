package dev.atelier.db.job;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

@Component
public class ReadingJobs {

    public Optional<JobView> find(String orgId, String jobId) {
        throw new IllegalStateException("not yet");
    }

    /** At most {@code limit} + 1 jobs: the one too many tells that there is more. */
    public List<JobView> list(String orgId, JobFilter filter) {
        throw new IllegalStateException("not yet");
    }

    public List<SubmissionView> submissions(String orgId, String jobId) {
        throw new IllegalStateException("not yet");
    }
}
