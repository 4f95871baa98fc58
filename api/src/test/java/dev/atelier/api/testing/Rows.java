package dev.atelier.api.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.db.job.JobFilter;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.job.SubmissionView;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobStatus;

/** Jobs that end by themselves half a second after they were posted, unless their prompt says "forever". */
@Configuration
public class Rows {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private final Map<String, JobView> jobs = new ConcurrentHashMap<>();
    private final Map<String, String[]> keys = new ConcurrentHashMap<>();
    private final Files files;

    Rows(Files files) {
        this.files = files;
    }

    private JobView seen(JobView job) {
        boolean due = job.createdAt().plusMillis(500).isBefore(Instant.now());
        if (job.status().terminal() || !due || "forever".equals(job.input().prompt())) {
            return job;
        }
        JobView ended = with(job, JobStatus.SUCCEEDED, job.retriedByJobId());
        if (jobs.replace(job.id(), job, ended)) {
            files.keep(job.orgId(), job.id(), PNG);
        }
        return ended;
    }

    private static JobView with(JobView job, JobStatus status, String retriedBy) {
        return new JobView(job.id(), job.orgId(), job.kind(), job.model(), job.provider(), status, null, null, null, 1,
                job.input(), null, BigDecimal.ZERO, Map.of(), job.projectId(), job.priority(), job.webhookUrl(),
                job.webhookEvents(), job.metadata(), job.storyboard(), job.createdAt(), null, null, job.deadline(),
                null,
                job.retryOfJobId(), retriedBy, job.requestId());
    }

    private JobView store(NewJob asked, String retryOf) {
        JobView job = new JobView(Ids.next(), asked.orgId(), asked.model().kind(), asked.model().name(),
                asked.model().provider(), JobStatus.PENDING, null, null, null, 1, asked.input(), null, null, null,
                asked.projectId(), asked.priority(), asked.webhookUrl(), asked.webhookEvents(), asked.metadata(),
                asked.storyboard(), Instant.now(), null, null, asked.deadline(), null, retryOf, null,
                asked.requestId());
        jobs.put(job.id(), job);
        return job;
    }

    @Bean
    PostingJobs postingJobs() {
        return new PostingJobs() {
            @Override
            public Posted post(NewJob job) {
                if (job.key() == null) {
                    return new Posted.New(store(job, null));
                }
                String[] before = keys.get(job.orgId() + job.key().key());
                if (before == null) {
                    JobView stored = store(job, null);
                    keys.put(job.orgId() + job.key().key(), new String[]{job.key().fingerprint(), stored.id()});
                    return new Posted.New(stored);
                }
                return before[0].equals(job.key().fingerprint())
                        ? new Posted.Replayed(jobs.get(before[1]))
                        : new Posted.KeyReused();
            }
        };
    }

    @Bean
    ReadingJobs readingJobs() {
        return new ReadingJobs() {
            @Override
            public Optional<JobView> find(String orgId, String jobId) {
                return Optional.ofNullable(jobs.get(jobId)).filter(job -> job.orgId().equals(orgId))
                        .map(Rows.this::seen);
            }

            @Override
            public List<JobView> list(String orgId, JobFilter filter) {
                return jobs.values().stream().filter(job -> job.orgId().equals(orgId)).map(Rows.this::seen)
                        .filter(job -> filter.status() == null || filter.status() == job.status())
                        .filter(job -> filter.kind() == null || filter.kind() == job.kind())
                        .filter(job -> filter.model() == null || Objects.equals(filter.model(), job.model()))
                        .filter(job -> filter.createdAfter() == null || job.createdAt().isAfter(filter.createdAfter()))
                        .filter(job -> filter.startingAfter() == null || job.id().compareTo(filter.startingAfter()) < 0)
                        .sorted(Comparator.comparing(JobView::id).reversed()).limit(filter.limit() + 1L).toList();
            }

            @Override
            public List<SubmissionView> submissions(String orgId, String jobId) {
                return new ArrayList<>(
                        List.of(new SubmissionView(Ids.next(), 1, "made", "ark", "image", Ids.next(), "t-1",
                                "succeeded", null, null, null, "yes", null, Instant.now(), null, null, null)));
            }
        };
    }

    @Bean
    DecidingJobs decidingJobs(ReadingJobs reading) {
        return new DecidingJobs() {
            @Override
            public Optional<Answer> decide(String orgId, String jobId, Decision decision) {
                return reading.find(orgId, jobId).map(job -> switch (decision.verb()) {
                    case CANCEL -> job.status().terminal()
                            ? new Answer.NotNow(job, "it has ended")
                            : canceled(job);
                    default -> new Answer.NotNow(job, "it is not parked");
                });
            }

            private Answer canceled(JobView job) {
                jobs.put(job.id(), with(job, JobStatus.CANCELED, null));
                return new Answer.Taken(jobs.get(job.id()));
            }
        };
    }
}
