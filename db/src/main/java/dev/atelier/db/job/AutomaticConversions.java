package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.domain.job.Kind;

/**
 * What a project wants of each finished 3D model is asked for in the very commit that finishes it, so that it cannot be
 * lost; once, for the job's id is unique among those that were served.
 */
@Component
class AutomaticConversions {

    private static final Logger log = LoggerFactory.getLogger(AutomaticConversions.class);
    private static final TypeReference<List<String>> EVENTS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {
    };
    private static final Duration USUAL_DEADLINE = Duration.ofHours(24);
    /** Of the faces of the level before. */
    private static final double NEXT_LEVEL = 0.5;
    private static final int LEVELS = 3;

    private final ProjectPolicies policies;
    private final PostingJobs posting;
    private final JdbcClient jdbc;
    private final Clock clock;

    AutomaticConversions(ProjectPolicies policies, PostingJobs posting, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.posting = posting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inside the transaction that ends the job. */
    void after(JobRow job, List<Asset> results) {
        if (job.kind() != Kind.MESH || job.projectId() == null) {
            return;
        }
        List<String> wanted = policies.find(job.orgId(), job.projectId()).map(ProjectPolicies.Policy::autoConversions)
                .orElse(List.of());
        results.stream().filter(each -> "main".equals(each.role()) && "3d_model".equals(each.kind())).findFirst()
                .filter(model -> !wanted.isEmpty() && !served(job)).ifPresent(model -> order(job, model, wanted));
    }

    private boolean served(JobRow job) {
        return jdbc.sql("select count(*) from generation_jobs where automatic_of_job_id = :job")
                .param("job", job.id()).query(Long.class).single() > 0;
    }

    private void order(JobRow job, Asset model, List<String> wanted) {
        List<Outputs.Output> outputs = new ArrayList<>();
        for (String word : wanted) {
            switch (word) {
                case "preview" -> outputs.add(output("render_preview", Map.of("size", 512), null));
                case "usdz" -> outputs.add(output("convert", Map.of("format", "usdz"), null));
                case "lods" -> levels(outputs);
                default -> log.warn("job {}: its project wants '{}', which is not known here", job.id(), word);
            }
        }
        if (outputs.isEmpty()) {
            return;
        }
        String asked = Json.write(Map.of("asset", model.id(), "outputs",
                outputs.stream().map(AutomaticConversions::asked).toList()));
        String id = posting.store(like(job, new Outputs(model.id(), asked, outputs, job.id())));
        log.info("job {}: its project's conversions are job {}", job.id(), id);
    }

    /** Told to whom the finished job is told, on behalf of the same caller. */
    private NewJob like(JobRow job, Outputs outputs) {
        return jdbc.sql("""
                select api_key_id, request_id, webhook_url, webhook_events, metadata from generation_jobs where id = :job
                """).param("job", job.id())
                .query((row, n) -> new NewJob(job.orgId(), row.getString("api_key_id"), row.getString("request_id"),
                        null, null, job.projectId(), job.priority(), row.getString("webhook_url"),
                        Json.read(row.getString("webhook_events"), EVENTS),
                        Json.read(row.getString("metadata"), METADATA), Instant.now(clock).plus(USUAL_DEADLINE), null,
                        null, outputs))
                .single();
    }

    /** Each level from the one before. */
    private static void levels(List<Outputs.Output> outputs) {
        for (int level = 0; level < LEVELS; level++) {
            outputs.add(output("simplify", Map.of("ratio", NEXT_LEVEL), level == 0 ? null : outputs.size() - 1));
        }
    }

    private static Outputs.Output output(String operation, Map<String, Object> parameters, Integer dependsOn) {
        return new Outputs.Output(operation, Json.write(parameters), dependsOn);
    }

    private static Map<String, Object> asked(Outputs.Output output) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("operation", output.operation());
        asked.putAll(Json.read(output.parameters(), PARAMETERS));
        if (output.dependsOn() != null) {
            asked.put("depends_on", output.dependsOn());
        }
        return asked;
    }
}
