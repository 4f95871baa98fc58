package dev.atelier.db.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/**
 * A job as it stands.
 *
 * @param queuePosition jobs ahead in its line, counted up to 1,000; null when not in line
 * @param attempt       number of the latest attempt within the retries of the same request, from 1
 * @param queueEstimate until it may begin; null when not in line, or when nobody can say
 * @param nextAttemptAt null unless it waits between attempts
 * @param asked         the input as it was stored, JSON
 * @param automaticOfJobId the finished job whose model this conversion is made of, by its project's policy; else null
 * @param retryWaits    the waits still to come, should it go on failing in ways that spend one
 */
public record JobView(String id, String orgId, Kind kind, String model, String provider, JobStatus status,
        Integer progress, Integer queuePosition, NeedsAttention needsAttention, int attempt, Input input, Failed error,
        BigDecimal costUsd, Map<String, BigDecimal> billedUnits, String projectId, int priority, String webhookUrl,
        List<String> webhookEvents, Map<String, String> metadata, NewJob.Storyboard storyboard, Instant createdAt,
        Instant startedAt, Instant completedAt, Instant deadline, Instant cancelRequestedAt, String retryOfJobId,
        String retriedByJobId, String requestId, Duration queueEstimate, Instant nextAttemptAt,
        List<Duration> retryWaits, String asked, String automaticOfJobId) {

    /** @param choices what a person may do: retry, adopt, cancel */
    public record NeedsAttention(String reason, String detail, Instant since, List<String> choices) {
    }

    public record Failed(String code, String message, boolean retryable, String providerCode) {
    }

    public String workflowId() {
        return kind.word() + "-" + id;
    }
}
