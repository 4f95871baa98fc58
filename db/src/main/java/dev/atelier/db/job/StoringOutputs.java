package dev.atelier.db.job;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;

/** Writes the rows of a new conversion job: the job's own and one for each output. */
@Component
class StoringOutputs {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final ConversionRows rows;

    StoringOutputs(JdbcClient jdbc, Dialect dialect, ConversionRows rows) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.rows = rows;
    }

    void insert(NewJob job, String id, Object now) {
        jdbc.sql("""
                insert into generation_jobs (id, org_id, project_id, kind, provider, model_name, status, priority,
                    attempt, input, metadata, webhook_url, webhook_events, request_id, api_key_id, created_by,
                    deadline, tell_tries, tell_first, waits_used, automatic_of_job_id, created_at, updated_at)
                values (:id, :org, :project, 'conversion', :provider, :model, 'pending', :priority, 1, :input,
                    :metadata, :webhook, :events, :request, :caller, :caller, :deadline, 0, true, 0, :automaticOf, :now, :now)
                """).param("id", id).param("org", job.orgId()).param("project", job.projectId())
                .param("provider", Outputs.PROVIDER).param("model", Outputs.MODEL).param("priority", job.priority())
                .param("input", job.outputs().asked())
                .param("metadata", Json.write(job.metadata()))
                .param("webhook", job.webhookUrl())
                .param("events", Json.write(job.webhookEvents()))
                .param("request", job.requestId()).param("caller", job.apiKeyId())
                .param("deadline", dialect.instant(job.deadline())).param("automaticOf", job.outputs().automaticOf())
                .param("now", now).update();
        List<Outputs.Output> outputs = job.outputs().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            Outputs.Output output = outputs.get(i);
            rows.insert(job.orgId(), id, i, output.dependsOn() == null ? job.outputs().asset() : null, output);
        }
    }

    /** A closed job's outputs, all of them, for the job that retries it; equal work is answered from the old files. */
    void again(JobRow old, String id) {
        for (Conversion each : rows.ofJob(old.id())) {
            rows.insert(old.orgId(), id, each.position(), each.dependsOn() == null ? each.sourceAssetId() : null,
                    new Outputs.Output(each.operation(), each.parameters(), each.dependsOn()));
        }
    }
}
