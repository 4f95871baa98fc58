package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/** The rows of outputs; each step guarded, so that what has ended stays as it ended. */
@Component
class ConversionRows {

    private static final String OPEN = "status in ('pending', 'running')";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    ConversionRows(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    void insert(String orgId, String jobId, int position, String source, Outputs.Output output) {
        Object now = dialect.instant(Instant.now(clock));
        jdbc.sql("""
                insert into conversions (id, org_id, job_id, position, depends_on, source_asset_id, operation,
                    parameters, status, engine, created_at, updated_at)
                values (:id, :org, :job, :position, :dependsOn, :source, :operation, :parameters, 'pending',
                    'embedded', :now, :now)
                """).param("id", Ids.next()).param("org", orgId).param("job", jobId).param("position", position)
                .param("dependsOn", output.dependsOn()).param("source", source)
                .param("operation", output.operation()).param("parameters", output.parameters()).param("now", now)
                .update();
    }

    List<Conversion> ofJob(String jobId) {
        return jdbc.sql("select * from conversions where job_id = :job order by position").param("job", jobId)
                .query((row, n) -> Conversion.read(row)).list();
    }

    Optional<Conversion> find(String orgId, String id) {
        return jdbc.sql("select * from conversions where org_id = :org and id = :id").param("org", orgId)
                .param("id", id).query((row, n) -> Conversion.read(row)).optional();
    }

    void running(Conversion output, String source) {
        update("status = 'running', started_at = coalesce(started_at, :now), source_asset_id = :source", output)
                .param("source", source).update();
    }

    int tried(String orgId, String id) {
        jdbc.sql("update conversions set tries = tries + 1 where org_id = :org and id = :id").param("org", orgId)
                .param("id", id).update();
        return jdbc.sql("select tries from conversions where id = :id").param("id", id).query(Integer.class).single();
    }

    void progress(Conversion output, int percent) {
        update("progress = :percent", output).param("percent", percent).update();
    }

    boolean succeeded(Conversion output, String assetId, ConvertingOutputs.Made made) {
        return update("""
                status = 'succeeded', progress = 100, completed_at = :now, output_asset_id = :asset, result = :result,
                engine = :engine, engine_version = :version, duration_ms = :took, peak_memory_bytes = :peak,
                parameters_hash = :hash""", output).param("asset", assetId).param("result", made.result())
                .param("engine", made.engine()).param("version", made.engineVersion())
                .param("took", made.took().toMillis())
                .param("peak", made.peakBytes()).param("hash", made.hash()).update() == 1;
    }

    void failed(Conversion output, String code, String message, Duration took) {
        update("status = 'failed', completed_at = :now, error_code = :code, error_message = :message, "
                + "duration_ms = :took", output).param("code", code)
                .param("message", message == null || message.length() <= 4000 ? message : message.substring(0, 4000))
                .param("took", took.toMillis()).update();
    }

    void canceled(String jobId) {
        jdbc.sql("update conversions set status = 'canceled', completed_at = :now, updated_at = :now "
                + "where job_id = :job and " + OPEN).param("job", jobId)
                .param("now", dialect.instant(Instant.now(clock))).update();
    }

    /** An output made earlier from equal bytes in an equal way, still there. */
    Optional<Conversion> equal(String orgId, String hash) {
        return jdbc.sql("""
                select c.* from conversions c left join assets a on a.id = c.output_asset_id
                 where c.org_id = :org and c.parameters_hash = :hash and c.status = 'succeeded'
                   and (c.output_asset_id is null or a.lifecycle_state <> 'purged')
                 order by c.created_at limit 1
                """).param("org", orgId).param("hash", hash).query((row, n) -> Conversion.read(row)).optional();
    }

    private StatementSpec update(String set, Conversion output) {
        return jdbc.sql("update conversions set " + set + ", updated_at = :now where id = :id and " + OPEN)
                .param("id", output.id()).param("now", dialect.instant(Instant.now(clock)));
    }
}
