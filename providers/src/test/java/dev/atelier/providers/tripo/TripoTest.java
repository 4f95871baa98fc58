package dev.atelier.providers.tripo;

import static dev.atelier.providers.testing.ToldServer.OUR_PICTURE;
import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static dev.atelier.providers.testing.ToldServer.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import mockwebserver3.RecordedRequest;

class TripoTest {

    private static final String MODEL = "v3.1-20260211";
    private static final TaskId TASK = new TaskId("t-1");

    private final ToldServer server = new ToldServer();
    private final Tripo tripo = new Tripo(new Wire(Clock.systemUTC()), Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void words_go_to_one_route_an_image_to_another_and_views_to_a_third() {
        for (String[] images : new String[][]{{}, {PICTURE}, {PICTURE, PICTURE}}) {
            server.answers(200, "{\"code\":0,\"data\":{\"task_id\":\"t-1\"}}");
            assertThat(submit(mesh(images))).isInstanceOf(SubmitOutcome.Accepted.class);
        }
        assertThat(server.request().getTarget()).endsWith("/generation/text-to-model");
        JsonNode one = ToldServer.json(server.request());
        assertThat(one.path("input").asText()).isEqualTo(PICTURE);
        assertThat(one.path("face_limit").asInt()).isEqualTo(20_000);
        assertThat(one.has("prompt")).isFalse();
        JsonNode views = ToldServer.json(server.request()).path("inputs");
        assertThat(views.path(0).path("front").asText()).isEqualTo(PICTURE);
        assertThat(views.path(1).path("left").asText()).isEqualTo(PICTURE);
    }

    @Test
    void an_image_of_ours_is_brought_there_first() {
        server.answers(200, "{\"code\":0,\"data\":{\"file_token\":\"file-7\"}}").answers(200,
                "{\"code\":0,\"data\":{\"task_id\":\"t-1\"}}");
        assertThat(submit(mesh(OUR_PICTURE))).isInstanceOf(SubmitOutcome.Accepted.class);
        RecordedRequest upload = server.request();
        assertThat(upload.getTarget()).endsWith("/files");
        assertThat(upload.getHeaders().get("Content-Type")).startsWith("multipart/form-data");
        assertThat(ToldServer.json(server.request()).path("input").asText()).isEqualTo("file-7");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            500 | {}                                       | UNREACHABLE
            200 | {"code":0,"data":{}}                     | UNREACHABLE
            401 | {"code":1002,"message":"no such key"}    | AUTH
            400 | {"code":2004,"message":"not an image"}   | BAD_REQUEST
            """, delimiter = '|')
    void an_image_that_cannot_be_brought_orders_nothing(int status, String body, ErrorKind kind) {
        server.answers(200, "{\"code\":0,\"data\":{\"file_token\":\"file-7\"}}").answers(status, body);
        assertThat(submit(mesh(OUR_PICTURE, OUR_PICTURE))).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
        assertThat(server.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            429 | {"code":1007,"message":"slower"}  | RATE_LIMIT
            429 | {"code":2000,"message":"full"}    | CONCURRENCY
            403 | {"code":2010,"message":"empty"}   | QUOTA
            400 | {"code":2008,"message":"no"}      | CONTENT_INPUT
            200 | {"code":1004,"message":"bad"}     | BAD_REQUEST
            """, delimiter = '|')
    void a_documented_refusal_is_not_sent(int status, String body, ErrorKind kind) {
        server.answers(status, body, "Retry-After", "7");
        assertThat(submit(mesh())).isInstanceOfSatisfying(SubmitOutcome.NotSent.class, refused -> {
            assertThat(refused.failure().kind()).isEqualTo(kind);
            assertThat(refused.failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":1000,\"message\":\"broke\"}", "{}", "no json", "{\"code\":0,\"data\":{}}"})
    void anything_else_is_ambiguous_and_sent_once(String body) {
        server.answers(body.contains("data") ? 200 : 500, body);
        assertThat(submit(mesh())).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_success_brings_model_preview_and_credits() {
        server.answers(200,
                tasks("""
                {"task_id":"t-1","status":"success","progress":100,"credits_consumed":30,
                 "output":{"model_url":"https://x.example/m.glb?sign=1","rendered_image_url":"https://x.example/p.webp"}}"""));
        assertThat(look()).isInstanceOfSatisfying(Sighting.Ended.class, ended -> {
            Finished.Success success = (Finished.Success) ended.end();
            assertThat(success.made().files()).extracting(ResultFile::role).containsExactly("main", "preview");
            assertThat(success.made().units()).containsEntry("credits", BigDecimal.valueOf(30));
            assertThat(ended.exchange().responseJson()).doesNotContain("sign=1");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            {"status":"failed","error_code":2018,"error_message":"too complex"} | BAD_REQUEST
            {"status":"failed","error_code":2008,"error_message":"no"}          | CONTENT_INPUT
            {"status":"failed","error_code":1000}                               | GENERATION_FAILED
            {"status":"failed"}                                                 | GENERATION_FAILED
            {"status":"banned"}                                                 | CONTENT_OUTPUT
            {"status":"cancelled"}                                              | TASK_CANCELED
            {"status":"expired"}                                                | TASK_EXPIRED
            """, delimiter = '|')
    void each_bad_end_has_our_word(String task, ErrorKind kind) {
        server.answers(200, tasks(task));
        assertThat(((Finished.Failed) ((Sighting.Ended) look()).end()).failure().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "running", "unknown", "dreaming"})
    void any_other_status_is_work_and_tells_when_to_look_again(String status) {
        server.answers(200, tasks("{\"status\":\"" + status + "\",\"progress\":40,\"running_left_time\":20}"));
        assertThat(look()).isEqualTo(new Sighting.Working(status, 40, Duration.ofSeconds(10)));
    }

    @Test
    void what_is_missed_was_not_seen_and_a_broken_answer_concludes_nothing() {
        server.answers(200, "{\"code\":0,\"data\":{\"tasks\":{},\"missed\":[\"t-1\"]}}").answers(502, "<html>");
        assertThat(look()).isNull();
        assertThat(look()).isInstanceOf(Sighting.Unreadable.class);
    }

    @Test
    void a_lost_create_is_the_only_unknown_task_of_its_type() {
        String usage = """
                {"code":0,"data":{"items":[{"task_id":"t-9","type":"text_to_model","created_at":"2026-11-25T10:00:05Z"},
                 {"task_id":"t-8","type":"image_to_model","created_at":"2026-11-25T10:00:04Z"},
                 {"task_id":"t-7","type":"text_to_model","created_at":"2026-11-25T09:00:00Z"}]}}""";
        Instant since = Instant.parse("2026-11-25T10:00:00Z");
        server.answers(200, usage).answers(200, usage).answers(500, "");
        assertThat(tripo.find(mesh(), since, Set.of(), server.account()))
                .isEqualTo(new Found.Task(new TaskId("t-9")));
        assertThat(tripo.find(mesh(), since, Set.of(new TaskId("t-9")), server.account()))
                .isInstanceOf(Found.Undecided.class);
        assertThat(tripo.find(mesh(), since, Set.of(), server.account())).isInstanceOf(Found.Undecided.class);
    }

    @Test
    void the_balance_tells_whether_a_key_is_taken() {
        server.answers(200, "{\"code\":0,\"data\":{\"balance\":7,\"frozen\":0}}")
                .answers(401, "{\"code\":1002,\"message\":\"no\"}").answers(500, "");
        assertThat(tripo.check(server.account())).isEqualTo(CredentialCheck.ACCEPTED);
        assertThat(tripo.check(server.account())).isEqualTo(CredentialCheck.REFUSED);
        assertThat(tripo.check(server.account())).isEqualTo(CredentialCheck.UNKNOWN);
    }

    private static Order mesh(String... images) {
        return order(Kind.MESH, MODEL, Map.of("send", Map.of("face_limit", 20_000)), images);
    }

    private static String tasks(String task) {
        return "{\"code\":0,\"data\":{\"tasks\":{\"t-1\":" + task + "},\"missed\":[]}}";
    }

    private SubmitOutcome submit(Order order) {
        return tripo.submit(order, server.account());
    }

    private Sighting look() {
        return tripo.look(Set.of(TASK), server.account()).get(TASK);
    }
}
