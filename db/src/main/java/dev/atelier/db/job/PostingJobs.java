package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.JoiningTheLine;
import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.search.SearchingPrompts;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.text.Language;

/** Stores a job, once for an idempotency key; its workflow is started by the bell, or by the telling loop. */
@Component
public class PostingJobs {

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final ReadingJobs reading;
    private final Journal journal;
    private final Outbox outbox;
    private final Auditing auditing;
    private final StoringOutputs outputs;

    PostingJobs(Transactions transactions, JdbcClient jdbc, Dialect dialect, Clock clock, ReadingJobs reading,
            Journal journal, Outbox outbox, Auditing auditing, StoringOutputs outputs) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.reading = reading;
        this.journal = journal;
        this.outbox = outbox;
        this.auditing = auditing;
        this.outputs = outputs;
    }

    public Posted post(NewJob job) {
        Optional<Posted> before = before(job);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return new Posted.New(reading.find(job.orgId(), transactions.in(() -> store(job))).orElseThrow());
        } catch (DuplicateKeyException twins) {
            // The same key at the same moment: the other one is the job.
            return before(job).orElseThrow(() -> twins);
        }
    }

    private Optional<Posted> before(NewJob job) {
        if (job.key() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select fingerprint, job_id from idempotency_keys
                 where org_id = :org and api_key_id = :caller and method = :method and route = :route
                   and idem_key = :key
                """).param("org", job.orgId()).param("caller", job.apiKeyId()).param("method", job.key().method())
                .param("route", job.key().route()).param("key", job.key().key())
                .query((row, n) -> row.getString("fingerprint").equals(job.key().fingerprint())
                        ? new Posted.Replayed(reading.find(job.orgId(), row.getString("job_id")).orElseThrow())
                        : new Posted.KeyReused())
                .optional().map(Posted.class::cast);
    }

    /** Inside the caller's transaction. */
    String store(NewJob job) {
        String id = Ids.next();
        Object now = dialect.instant(Instant.now(clock));
        if (job.key() != null) {
            jdbc.sql("""
                    insert into idempotency_keys (org_id, api_key_id, method, route, idem_key, fingerprint, job_id,
                        created_at) values (:org, :caller, :method, :route, :key, :fingerprint, :job, :now)
                    """).param("org", job.orgId()).param("caller", job.apiKeyId()).param("method", job.key().method())
                    .param("route", job.key().route()).param("key", job.key().key())
                    .param("fingerprint", job.key().fingerprint()).param("job", id).param("now", now).update();
        }
        if (job.outputs() == null) {
            insert(job, id, prompt(job, now), now);
        } else {
            outputs.insert(job, id, now);
        }
        journal.write(job.orgId(), id, "job.created", null, JobStatus.PENDING, null);
        outbox.tell(id);
        // Last: the chain of the organisation is locked from here to the commit.
        auditing.record(job.orgId(), job.apiKeyId(), "job.create", "job", id, job.requestId());
        return id;
    }

    private String prompt(NewJob job, Object now) {
        String id = Ids.next();
        boolean images = !job.input().imagesOrNone().isEmpty();
        boolean text = job.input().prompt() != null && !job.input().prompt().isBlank();
        jdbc.sql("""
                insert into prompts (id, org_id, project_id, input_type, text, negative_text, parameters, version,
                    search_terms, prompt_hash, language, created_at)
                values (:id, :org, :project, :type, :text, :negative, :parameters, 1, :terms, :hash, :language, :now)
                """).param("id", id).param("org", job.orgId()).param("project", job.projectId())
                .param("type", images && text ? "both" : images ? "image" : "text").param("text", job.input().prompt())
                .param("negative", job.input().negativePrompt()).param("parameters", Json.write(job.input()))
                .param("terms", SearchingPrompts.termsOf(job.input().prompt()))
                .param("hash", text ? PromptHash.of(job.input().prompt()) : null)
                .param("language", text ? Language.of(job.input().prompt()) : null).param("now", now).update();
        return id;
    }

    private void insert(NewJob job, String id, String promptId, Object now) {
        jdbc.sql("""
                insert into generation_jobs (id, org_id, project_id, prompt_id, provider_id, provider_model_id, kind,
                    provider, model_name, scheduler_lane, status, priority, attempt, input, metadata, storyboard,
                    webhook_url, webhook_events, request_id, api_key_id, created_by, deadline, tell_tries, tell_first,
                    waits_used, created_at, updated_at)
                values (:id, :org, :project, :prompt, :providerId, :modelId, :kind, :provider, :model, :lane, 'pending',
                    :priority, 1, :input, :metadata, :storyboard, :webhook, :events, :request, :caller, :caller,
                    :deadline, 0, true, 0, :now, :now)
                """).param("id", id).param("org", job.orgId()).param("project", job.projectId())
                .param("prompt", promptId).param("providerId", job.model().providerId())
                .param("modelId", job.model().id()).param("kind", job.model().kind().word())
                .param("provider", job.model().provider()).param("model", job.model().name())
                .param("lane", JoiningTheLine.lane(job.model()))
                .param("priority", job.priority()).param("input", Json.write(job.input()))
                .param("metadata", Json.write(job.metadata())).param("storyboard", Json.write(job.storyboard()))
                .param("webhook", job.webhookUrl()).param("events", Json.write(job.webhookEvents()))
                .param("request", job.requestId()).param("caller", job.apiKeyId())
                .param("deadline", dialect.instant(job.deadline())).param("now", now).update();
    }
}
