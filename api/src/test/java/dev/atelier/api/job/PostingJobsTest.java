package dev.atelier.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Kept;
import dev.atelier.api.testing.Tenants;
import dev.atelier.api.testing.Works;
import dev.atelier.db.testing.RecordingBell;
import tools.jackson.databind.JsonNode;

class PostingJobsTest extends HttpTest {
    private static final List<String> SHAPE = List.of("id", "object", "kind", "model", "status", "progress",
            "queue_position", "needs_attention", "attempt", "input", "output", "error", "cost", "created_at",
            "started_at", "completed_at", "deadline", "cancel_requested_at", "retry_of_job_id", "retried_by_job_id",
            "metadata", "urls");
    @Autowired
    private Works works;
    @Autowired
    private Kept kept;
    @Autowired
    private Tenants tenants;
    @Autowired
    private RecordingBell bell;
    @Autowired
    private Environment environment;
    @Autowired
    private ListableBeanFactory beans;

    private static Duration allowed(Reply reply) {
        JsonNode job = reply.json();
        return Duration.between(Instant.parse(job.get("created_at").asString()),
                Instant.parse(job.get("deadline").asString()));
    }

    private void refused(String body, String... fields) {
        Reply reply = post(body);
        assertThat(reply.status()).as(body + reply).isEqualTo(422);
        assertThat(reply.json().get("errors").valueStream().map(each -> each.get("field").asString()))
                .as(reply.toString()).contains(fields);
    }

    @Test
    void a_job_is_taken_and_rung_and_nothing_of_its_shape_is_left_out() {
        Reply reply = post(body("image", "ark/seedream-4.5", """
                "input":{"prompt":"月光"},"priority":7,"metadata":{"a":"b"}"""));
        JsonNode job = reply.json();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).endsWith("/v1/jobs/" + job.get("id").asString());
        assertThat(job.propertyNames()).containsAll(SHAPE);
        assertThat(job.get("status").asString()).isEqualTo("pending");
        assertThat(job.at("/input/prompt").asString()).isEqualTo("月光");
        assertThat(job.at("/input/ratio").asString()).isEqualTo("1:1");
        assertThat(job.get("priority").asInt()).isEqualTo(7);
        assertThat(job.at("/metadata/a").asString()).isEqualTo("b");
        assertThat(job.at("/urls/temporal").asString())
                .isEqualTo("http://127.0.0.1:8233/namespaces/default/workflows/image-" + job.get("id").asString());
        assertThat(job.get("output").isArray()).isTrue();
        assertThat(bell.rung()).anyMatch(tell -> tell.job().jobId().equals(job.get("id").asString()));
        assertThat(get(job.at("/urls/self").asString()).json()).isEqualTo(job);
    }

    @Test
    void what_a_model_does_not_take_is_refused_by_name() {
        refused(body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"ratio\":\"5:7\"}"), "input.ratio");
        refused(body("image", "ark/seedream-4.5", "\"input\":{}"), "input.prompt");
        refused(body("image", "ark/none", "\"input\":{\"prompt\":\"x\"}"), "model");
        refused(body("video", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\"}"), "model");
        refused(body("song", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\"}"), "kind");
        refused("{}", "kind", "model", "input");
        refused(body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"a\\u0000b\"}"), "input.prompt");
    }

    @Test
    void what_comes_along_has_limits_too() {
        refused(image("x").replaceFirst("}$", ",\"priority\":10}"), "priority");
        refused(image("x").replaceFirst("}$", ",\"project_id\":\"x\"}"), "project_id");
        refused(image("x").replaceFirst("}$", ",\"metadata\":{\"a\":null}}"), "metadata.a");
        refused(image("x").replaceFirst("}$", ",\"storyboard\":{\"project_id\":\"" + "x".repeat(51) + "\"}}"),
                "storyboard.project_id", "storyboard.work_id");
        refused(image("x").replaceFirst("}$", ",\"webhook_events\":[\"job.failed\"]}"), "webhook_events");
        refused(image("x").replaceFirst("}$", ",\"webhook_url\":\"https://e.org/\",\"webhook_events\":[\"x\"]}"),
                "webhook_events");
    }

    @Test
    void where_nothing_converts_a_conversion_is_refused() {
        assertThat(post("{\"kind\":\"conversion\",\"input\":{\"asset\":\"x\",\"outputs\":[]}}").code())
                .isEqualTo("kind_not_supported");
    }

    @Test
    void nobody_is_sent_to_an_address_inside() {
        for (String url : List.of("http://e.org/a.png", "https://127.0.0.1/a", "https://[::1]/a", "https://10.0.0.1/",
                "https://169.254.169.254/latest", "https://2130706433/", "https://127.1/", "https://localhost/",
                "file:///etc/passwd", "https://u:p@e.org/", "data:image/png;base64,AA", "https://[::ffff:127.0.0.1]/",
                "https:///x", "https://0x7f000001/", "https://100.64.0.1/", "https://[fd00::1]/", "https://localhost./",
                "https://127.0.0.1./", "https://e.org:6379/", "https://a.internal./")) {
            refused(body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"images\":[\"" + url + "\"]}"),
                    "input.images[0]");
            refused(image("x").replaceFirst("}$", ",\"webhook_url\":\"" + url + "\"}"), "webhook_url");
        }
        assertThat(post(body("image", "ark/seedream-4.5",
                "\"input\":{\"prompt\":\"x\",\"images\":[\"https://example.org/a.png\"]}")).status()).isEqualTo(202);
    }

    @Test
    void a_receiver_has_a_name_and_an_image_may_lie_at_a_public_number() {
        for (String literal : List.of("https://8.8.8.8/a.png", "https://[2606:4700::1111]/a.png")) {
            refused(image("x").replaceFirst("}$", ",\"webhook_url\":\"" + literal + "\"}"), "webhook_url");
            assertThat(post(body("image", "ark/seedream-4.5",
                    "\"input\":{\"prompt\":\"x\",\"images\":[\"" + literal + "\"]}")).status()).isEqualTo(202);
        }
        assertThat(post(image("x").replaceFirst("}$", ",\"webhook_url\":\"https://e.org:443/h\"}")).status())
                .isEqualTo(202);
    }

    @Test
    void an_image_is_ones_own() {
        String mine = kept.keep(tenants.first().orgId(), null, Kept.PNG).id();
        String mesh = kept.keep(tenants.first().orgId(), null, Kept.GLB).id();
        String body = body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"images\":[\"%s\"]}");
        assertThat(post(body.formatted(mine)).status()).isEqualTo(202);
        refused(body.formatted(mesh), "input.images[0]");
        assertThat(post("/v1/jobs", body.formatted(mine), "Authorization", "Bearer " + Tenants.OTHER_KEY).status())
                .isEqualTo(422);
    }

    @Test
    void the_same_key_and_request_is_the_same_job() {
        Reply first = post("/v1/jobs", image("once"), "Idempotency-Key", "k-1");
        Reply again = post("/v1/jobs", image("once"), "Idempotency-Key", "k-1");
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        post("/v1/jobs", image("one"), "Idempotency-Key", "k-2");
        Reply other = post("/v1/jobs", image("two"), "Idempotency-Key", "k-2");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(post("/v1/jobs", image("two"), "Idempotency-Key", "k-2", "Authorization",
                "Bearer " + Tenants.OTHER_KEY).status()).isEqualTo(202);
        assertThat(post("/v1/jobs", image("two"), "Idempotency-Key", "x".repeat(256)).code())
                .isEqualTo("invalid_header");
    }

    @Test
    void prefer_wait_answers_when_the_job_has_ended() {
        works.endingNext(700);
        Reply reply = post("/v1/jobs", image("soon"), "Prefer", "wait=30");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("status").asString()).isEqualTo("succeeded");
        assertThat(reply.header("Preference-Applied")).isEqualTo("wait=30");
    }

    @Test
    void prefer_wait_gives_up_when_its_time_is_over() {
        Reply reply = post("/v1/jobs", image("late"), "Prefer", "respond-async, wait=1");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Preference-Applied")).isEqualTo("wait=1");
        assertThat(post("/v1/jobs", image("late"), "Prefer", "wait=x").header("Preference-Applied")).isNull();
    }

    @Test
    void waiting_holds_no_thread_of_the_machine() {
        assertThat(environment.getProperty("spring.threads.virtual.enabled", Boolean.class)).isTrue();
        assertThat(beans.containsBean("tomcatVirtualThreadsProtocolHandlerCustomizer")).isTrue();
    }

    @Test
    void cancel_after_is_the_deadline() {
        assertThat(allowed(post("/v1/jobs", image("x"), "Cancel-After", "10m"))).isBetween(Duration.ofSeconds(599),
                Duration.ofSeconds(601));
        assertThat(allowed(post(image("x")))).isBetween(Duration.ofHours(24).minusSeconds(1),
                Duration.ofHours(24).plusSeconds(1));
        for (String odd : List.of("0s", "73h", "soon", "-5", "1d")) {
            assertThat(post("/v1/jobs", image("x"), "Cancel-After", odd).code()).isEqualTo("invalid_header");
        }
    }

    @Test
    void bytes_come_inside_when_they_were_asked_for() {
        String id = post(
                body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"response_format\":\"b64_json\"}"))
                .json().get("id").asString();
        kept.keep(tenants.first().orgId(), id, Kept.PNG);
        works.end(id, "succeeded");
        JsonNode output = get("/v1/jobs/" + id).json().at("/output/0");
        assertThat(output.get("b64_json").binaryValue()).isEqualTo(Kept.PNG);
        assertThat(output.get("url").asString()).endsWith("/content");
        assertThat(get("/v1/jobs").json().at("/data/0/output/0").has("b64_json")).isFalse();
    }
}
