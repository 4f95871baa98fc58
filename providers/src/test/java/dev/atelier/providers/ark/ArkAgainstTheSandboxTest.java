package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.fetch.Downloads.Download;
import dev.atelier.providers.http.Wire;
import dev.atelier.sandbox.SandboxServer;

/** The way of an order from the request to the file, with the provider to practise on. */
class ArkAgainstTheSandboxTest {

    private static final String PICTURE = "https://example.org/a.png";

    @TempDir
    private static Path state;

    private static SandboxServer sandbox;
    private static Credential credential;

    private final Ark ark = new Ark(new Wire(Clock.systemUTC()), Clock.systemUTC());
    private final Downloads downloads = new Downloads(true, 64 << 20, Duration.ofSeconds(20));

    @BeforeAll
    static void start() throws IOException {
        sandbox = SandboxServer.start(0, state);
        credential = Orders.at(sandbox.url() + "/ark/api/v3");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void an_image_comes_with_the_answer() throws Exception {
        SubmitOutcome outcome = submit(Orders.image("a boat"));
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Answered.class, answered -> {
            Made made = ((Finished.Success) answered.end()).made();
            assertThat(made.units().get("image")).isEqualByComparingTo("1");
            assertThat(bytes(made)).startsWith(0xff, 0xd8);
        });
    }

    @Test
    void an_image_may_be_changed_and_asked_for_as_png() {
        Order order = Orders.with(Orders.image("a boat at night", PICTURE, PICTURE), Map.of("output_format", "png"));
        assertThat(submit(order)).isInstanceOfSatisfying(SubmitOutcome.Answered.class,
                answered -> assertThat(bytes(((Finished.Success) answered.end()).made())).startsWith(0x89, 'P', 'N',
                        'G'));
    }

    @Test
    void a_video_is_made_from_words_and_from_one_or_two_images() throws Exception {
        for (Order order : new Order[]{Orders.video("a boat"), Orders.video("a boat", PICTURE),
                Orders.video("a boat", PICTURE, PICTURE), Orders.video(null, PICTURE)}) {
            Made made = ((Finished.Success) end(accepted(order)).end()).made();
            assertThat(made.units()).containsKeys("task", "tokens");
            assertThat(new String(bytes(made), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        }
    }

    @Test
    void a_mesh_is_made_from_an_image() throws Exception {
        Made made = ((Finished.Success) end(accepted(Orders.mesh("a chair", PICTURE))).end()).made();
        assertThat(new String(bytes(made), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("glTF");
    }

    @ParameterizedTest
    @CsvSource({"submit=429,RATE_LIMIT", "submit=503,PROVIDER_BUSY", "submit=401,AUTH", "submit=403,QUOTA",
            "submit=concurrency,CONCURRENCY", "submit=quota,QUOTA", "fail=content_input,CONTENT_INPUT",
            "fail=credit,QUOTA", "fail=concurrency,CONCURRENCY", "fail=auth,AUTH", "nonsense=1,BAD_REQUEST"})
    void a_refusal_is_not_sent(String tag, ErrorKind kind) {
        for (Order order : both("refused " + tag, tag)) {
            assertThat(submit(order)).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                    refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "drop_after_accept", "500_after_accept", "garbage", "html", "empty"})
    void what_is_not_understood_is_ambiguous(String word) {
        for (Order order : both("unclear " + word, "submit=" + word)) {
            assertThat(submit(order)).isInstanceOf(SubmitOutcome.Ambiguous.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"drop_after_accept,true", "500_after_accept,true", "garbage,true", "500,false"})
    void a_lost_task_is_found_by_its_marker_or_proven_absent(String word, boolean there) {
        Order lost = marked(Orders.video("lost [sandbox submit=" + word + "]"), "sub-lost-" + word);
        Instant since = Instant.now().minusSeconds(120);
        assertThat(submit(lost)).isInstanceOf(SubmitOutcome.Ambiguous.class);
        Found found = ark.find(lost, since, Set.of(), credential);
        assertThat(found).isInstanceOf(there ? Found.Task.class : Found.Absent.class);
    }

    @Test
    void an_answer_that_trickles_is_heard_to_its_end() {
        assertThat(submit(Orders.video("[sandbox submit=slow_body]"))).isInstanceOf(SubmitOutcome.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"content_output,CONTENT_OUTPUT", "generation,GENERATION_FAILED"})
    void an_image_that_cannot_be_made_has_ended(String word, ErrorKind kind) {
        assertThat(submit(Orders.image("[sandbox fail=" + word + "]"))).isInstanceOfSatisfying(
                SubmitOutcome.Answered.class,
                answered -> assertThat(((Finished.Failed) answered.end()).failure().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"content_output,CONTENT_OUTPUT", "generation,GENERATION_FAILED", "expired,TASK_EXPIRED"})
    void a_task_that_cannot_be_made_ends_with_its_reason(String word, ErrorKind kind) throws Exception {
        Finished end = end(accepted(Orders.video("[sandbox fail=" + word + "]"))).end();
        assertThat(((Finished.Failed) end).failure().kind()).isEqualTo(kind);
    }

    @Test
    void a_status_nobody_knows_stays_work() throws Exception {
        TaskId task = accepted(Orders.video("[sandbox fail=unknown_status]"));
        for (int looks = 0; looks < 6; looks++) {
            assertThat(look(task)).isInstanceOf(Sighting.Working.class);
            Thread.sleep(250);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503", "500", "401", "garbage", "html", "drop_after_accept"})
    void a_look_in_trouble_concludes_nothing_and_the_next_one_sees(String word) throws Exception {
        TaskId task = accepted(Orders.video("[sandbox poll=" + word + ",ok]"));
        assertThat(look(task)).isInstanceOf(Sighting.Unreadable.class);
        assertThat(end(task).end()).isInstanceOf(Finished.Success.class);
    }

    @Test
    void many_tasks_are_seen_in_one_look_and_strange_ones_are_not() {
        TaskId one = accepted(Orders.video("one of two [sandbox seconds=30]"));
        TaskId two = accepted(Orders.video("two of two [sandbox seconds=30]"));
        assertThat(ark.look(Set.of(one, two, new TaskId("cgt-never")), credential)).containsOnlyKeys(one, two);
    }

    @Test
    void a_queued_task_is_canceled_and_seen_so() throws Exception {
        TaskId task = accepted(Orders.video("[sandbox queued=30]"));
        assertThat(ark.cancel(task, credential).result()).isEqualTo(CancelOutcome.Result.CANCELED);
        assertThat(((Finished.Failed) end(task).end()).failure().kind()).isEqualTo(ErrorKind.TASK_CANCELED);
    }

    @Test
    void a_running_task_runs_on_and_an_ended_one_keeps_its_result() throws Exception {
        TaskId task = accepted(Orders.video("[sandbox seconds=4]"));
        Thread.sleep(800);
        assertThat(ark.cancel(task, credential).result()).isEqualTo(CancelOutcome.Result.REFUSED);
        end(task);
        assertThat(ark.cancel(task, credential).result()).isEqualTo(CancelOutcome.Result.UNKNOWN);
        assertThat(bytes(((Finished.Success) end(task).end()).made())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"expired_url,Gone", "truncated,Trouble", "wrong_type,Fetched", "empty,Fetched", "slow,Fetched"})
    void a_result_that_misbehaves_is_told_apart_and_read_again(String word, String what) throws Exception {
        Made made = ((Finished.Success) end(accepted(Orders.video("[sandbox result=" + word + ",ok]"))).end()).made();
        Download first = fetch(made, new ByteArrayOutputStream());
        assertThat(first.getClass().getSimpleName()).isEqualTo(what);
        assertThat(new String(bytes(made), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void a_bad_key_is_told_as_such() {
        Credential bad = new Credential("acc-02", credential.baseUrl(), "invalid-key");
        assertThat(ark.submit(Orders.video("a boat"), bad)).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.AUTH));
    }

    private static Order[] both(String words, String tag) {
        String prompt = words + " [sandbox " + tag + "]";
        return new Order[]{Orders.image("image " + prompt), Orders.video("video " + prompt)};
    }

    private static Order marked(Order order, String marker) {
        return new Order(marker, order.kind(), order.model(), order.input(), order.images(), order.sendBefore(),
                order.settings());
    }

    private SubmitOutcome submit(Order order) {
        return ark.submit(order, credential);
    }

    private TaskId accepted(Order order) {
        SubmitOutcome outcome = submit(order);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).task();
    }

    private Sighting look(TaskId task) {
        return ark.look(Set.of(task), credential).get(task);
    }

    private Sighting.Ended end(TaskId task) throws InterruptedException {
        for (int looks = 0; looks < 200; looks++) {
            if (look(task) instanceof Sighting.Ended ended) {
                return ended;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("task " + task + " did not end");
    }

    private byte[] bytes(Made made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(fetch(made, bytes)).isInstanceOf(Downloads.Fetched.class);
        return bytes.toByteArray();
    }

    private Download fetch(Made made, ByteArrayOutputStream bytes) {
        try {
            return downloads.fetch(made.files().getFirst().url(), bytes, progress -> {
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
