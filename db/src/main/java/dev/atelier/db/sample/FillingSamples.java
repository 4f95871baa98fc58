package dev.atelier.db.sample;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/**
 * An organisation of its own with a month of ended jobs and a row of every table around them, for people who build
 * reports. Nothing in it is ever started, sent or billed; its files are marked as purged, for there are none.
 */
@Component
public class FillingSamples {

    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;

    FillingSamples(JdbcClient jdbc, Dialect dialect, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean exists(String organisation) {
        return jdbc.sql("select count(*) from orgs where name = ?").param(organisation).query(Integer.class)
                .single() > 0;
    }

    /** @return rows written, by table */
    public Map<String, Integer> fill(String organisation) {
        return transactions.in(() -> {
            Map<String, Integer> written = new TreeMap<>();
            new Samples(row -> {
                written.merge(row.table(), 1, Integer::sum);
                return row.write(jdbc, dialect);
            }, clock.instant()).organisation(organisation);
            return written;
        });
    }

    /** Where a row goes; answers its id. */
    interface Sink {
        String write(SampleRow row);
    }

    /** What there is for one organisation. */
    private record Samples(Sink sink, Instant now) {

        void organisation(String name) {
            String org = sink.write(SampleRow.of("orgs").with("name", name));
            String user = sink.write(of("users", org).with("email", "ana@example.org").with("name", "Ana")
                    .with("role", "owner"));
            String project = sink.write(of("projects", org).with("name", "Lanterns").with("created_by", user));
            sink.write(of("project_members", org).with("project_id", project).with("user_id", user)
                    .with("role", "owner"));
            sink.write(of("rate_limits", org).with("window", "minute").with("max_requests", 600)
                    .with("max_concurrency", 50));
            sink.write(of("webhook_endpoints", org).with("url", "https://example.org/hooks").with("secret", "")
                    .with("status", "disabled").with("events", List.of("job.succeeded")));
            for (int day = DAYS; day > 0; day--) {
                day(org, project, user, day);
            }
            scene(org, project, user);
        }

        private void day(String org, String project, String user, int day) {
            Instant at = now.minus(Duration.ofDays(day));
            job(org, project, "image", day % 7 == 0 ? "failed" : "succeeded", at, user);
            job(org, project, "video", day % 5 == 0 ? "canceled" : "succeeded", at.plusSeconds(60), user);
        }

        private String job(String org, String project, String kind, String status, Instant at, String user) {
            boolean made = status.equals("succeeded");
            String prompt = sink.write(of("prompts", org).with("project_id", project).with("user_id", user)
                    .with("input_type", "text").with("text", "A paper lantern on a quiet lake")
                    .with("language", "en").with("moderation_status", "allow").with("created_at", at));
            String job = sink.write(of("generation_jobs", org).with("project_id", project).with("prompt_id", prompt)
                    .with("kind", kind).with("provider", "ark").with("model_name", "ark/sample-" + kind)
                    .with("status", status).with("input", Map.of()).with("deadline", at.plus(Duration.ofDays(1)))
                    .with("started_at", at.plusSeconds(2)).with("completed_at", at.plusSeconds(42))
                    .with("queue_latency_ms", 2000).with("latency_ms", 40_000)
                    .with("cost_usd", made ? new BigDecimal("0.035") : BigDecimal.ZERO)
                    .with("billed_units_json", made ? Map.of(kind, 1) : Map.of())
                    .with("error_code", status.equals("failed") ? "GENERATION_FAILED" : null)
                    .with("created_at", at).with("updated_at", at.plusSeconds(42)));
            sink.write(of("provider_requests", org).with("job_id", job).with("provider", "ark")
                    .with("operation", "submit").with("request_ts", at.plusSeconds(2))
                    .with("response_ts", at.plusSeconds(3)).with("http_status", 200)
                    .with("request_payload_jsonb", Map.of()).with("response_payload_jsonb", Map.of()));
            sink.write(of("moderation_events", org).with("subject_type", "prompt").with("subject_id", prompt)
                    .with("rule", "sample").with("decision", "allow").with("created_at", at));
            if (made) {
                asset(org, project, job, kind, at.plusSeconds(42));
            }
            return job;
        }

        private String asset(String org, String project, String job, String kind, Instant at) {
            SampleRow row = of("assets", org).with("project_id", project).with("job_id", job).with("kind", kind)
                    .with("role", "main").with("storage_provider", "filesystem").with("storage_bucket", "main")
                    .with("size_bytes", 200_000).with("source_type", "generated")
                    .with("lifecycle_state", "purged").with("created_at", at);
            return sink.write(row.with("storage_key", "sample/" + row.id()));
        }

        private void scene(String org, String project, String user) {
            String mesh = asset(org, project, null, "3d_model", now);
            String texture = asset(org, project, null, "texture", now);
            String model = sink.write(of("model_assets", org).with("asset_id", mesh).with("format", "glb")
                    .with("vertex_count", 1200).with("face_count", 2000).with("material_count", 1)
                    .with("uv_map_count", 1).with("triangulated", true).with("watertight", true));
            sink.write(of("model_textures", org).with("model_asset_id", model).with("texture_asset_id", texture)
                    .with("role", "base_color"));
            String scene = sink.write(of("scenes", org).with("project_id", project).with("name", "Lake"));
            sink.write(of("scene_items", org).with("scene_id", scene).with("model_asset_id", model)
                    .with("transform_jsonb", Map.of("translation", List.of(0, 0, 0))));
            sink.write(of("evaluations", org).with("subject_type", "model_asset").with("subject_id", model)
                    .with("evaluator_type", "human").with("rubric_id", "sample-1")
                    .with("metrics_jsonb", Map.of("grade", "A")).with("rating", new BigDecimal("4.5")));
            String job = job(org, project, "video", "succeeded", now.minusSeconds(600), user);
            sink.write(of("conversions", org).with("job_id", job).with("source_asset_id", mesh)
                    .with("operation", "render_preview").with("status", "succeeded").with("output_asset_id", texture)
                    .with("engine", "embedded"));
            String set = sink.write(of("datasets", org).with("name", "Lanterns").with("purpose", "eval"));
            sink.write(of("dataset_items", org).with("dataset_id", set).with("asset_id", mesh)
                    .with("labels", Map.of("kind", "lantern")).with("split", "test"));
            sink.write(of("share_links", org).with("subject_type", "asset").with("subject_id", mesh)
                    .with("token_hash", scene.replace("-", "").repeat(2))
                    .with("expires_at", now.minus(Duration.ofDays(1))));
            sink.write(of("notifications", org).with("user_id", user).with("event_type", "sample.filled"));
            sink.write(of("embeddings", org).with("subject_type", "prompt").with("subject_id", scene)
                    .with("model", "sample").with("dimensions", 2).with("vector", new byte[8])
                    .with("text_hash", "0".repeat(64)));
        }

        private static SampleRow of(String table, String org) {
            return SampleRow.of(table).with("org_id", org);
        }
    }
}
