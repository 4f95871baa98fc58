package dev.atelier.providers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.http.Wire;
import dev.atelier.sandbox.SandboxServer;

/** The way of an order from the request to the file, with the provider to practise on: the same for whoever has tasks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SandboxContract {

    private SandboxServer sandbox;
    private Provider provider;
    private Credential account;

    private final Downloads downloads = new Downloads(true, 64 << 20, Duration.ofSeconds(20));

    /** The adapter under test. */
    protected abstract Provider provider(Wire wire, Clock clock);

    /** Where it answers, below the sandbox's address. */
    protected abstract String path();

    protected abstract String key();

    /** Of a model that makes one file from words. */
    protected abstract Order order(String prompt);

    /** How the file begins, in Latin letters, from the given byte on. */
    protected abstract String begins();

    protected int beginsAt() {
        return 0;
    }

    /** What a word or an ending of the sandbox means here, as {@code submit=429} → {@code RATE_LIMIT}. */
    protected abstract Map<String, ErrorKind> refusals();

    /** How a task ends that was tagged so, as {@code generation} → {@code GENERATION_FAILED}. */
    protected abstract Map<String, ErrorKind> badEnds();

    /** What a search for a lost request brings when the list holds none. */
    protected Class<? extends Found> whenAbsent() {
        return Found.Absent.class;
    }

    @BeforeAll
    void start(@TempDir Path state) throws IOException {
        sandbox = SandboxServer.start(0, state);
        provider = provider(new Wire(Clock.systemUTC()), Clock.systemUTC());
        account = new Credential("acc-01", URI.create(sandbox.url() + path()), key());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void an_order_is_accepted_made_and_fetched() throws Exception {
        Made made = made(accepted("a paper boat"));
        assertThat(made.units()).containsKey("task");
        assertThat(made.files().getFirst().role()).isEqualTo("main");
        for (ResultFile file : made.files()) {
            assertThat(bytes(file)).isNotEmpty();
        }
        assertThat(new String(bytes(made.files().getFirst()), beginsAt(), begins().length(),
                StandardCharsets.ISO_8859_1)).isEqualTo(begins());
    }

    @Test
    void each_refusal_is_not_sent_and_has_our_word() {
        refusals().forEach((tag, kind) -> assertThat(submit("refused [sandbox " + tag + "]")).as(tag)
                .isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                        refused -> assertThat(refused.failure().kind()).as(tag).isEqualTo(kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "drop_after_accept", "500_after_accept", "garbage", "html", "empty"})
    void what_is_not_understood_is_ambiguous(String word) {
        assertThat(submit("unclear [sandbox submit=" + word + "]")).isInstanceOf(SubmitOutcome.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"drop_after_accept,true", "500_after_accept,true", "500,false"})
    void a_lost_request_is_looked_for_where_there_is_a_list(String word, boolean there) {
        if (!(provider instanceof Provider.Finds finds)) {
            return;
        }
        Credential alone = new Credential("acc-03", account.baseUrl(), key() + "-" + word.charAt(0) + word.length());
        Order lost = order("lost " + word + " [sandbox submit=" + word + "]");
        Instant since = Instant.now().minusSeconds(120);
        assertThat(provider.submit(lost, alone)).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(finds.find(lost, since, Set.of(), alone)).isInstanceOf(there ? Found.Task.class : whenAbsent());
    }

    @Test
    void an_answer_that_trickles_is_heard_to_its_end() {
        assertThat(submit("slow [sandbox submit=slow_body]")).isInstanceOf(SubmitOutcome.Accepted.class);
    }

    @Test
    void each_bad_end_has_our_word() {
        badEnds().forEach((word, kind) -> {
            Sighting.Ended ended = end(accepted("ends [sandbox fail=" + word + "]"));
            assertThat(((Finished.Failed) ended.end()).failure().kind()).as(word).isEqualTo(kind);
        });
    }

    @Test
    void a_status_nobody_knows_stays_work() throws Exception {
        TaskId task = accepted("odd [sandbox fail=unknown_status]");
        for (int looks = 0; looks < 6; looks++) {
            assertThat(look(task)).isInstanceOf(Sighting.Working.class);
            Thread.sleep(250);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503", "500", "401", "garbage", "html", "drop_after_accept"})
    void a_look_in_trouble_concludes_nothing_and_the_next_one_sees(String word) {
        TaskId task = accepted("troubled [sandbox poll=" + word + ",ok]");
        assertThat(look(task)).isInstanceOf(Sighting.Unreadable.class);
        assertThat(end(task).end()).isInstanceOf(Finished.Success.class);
    }

    @Test
    void several_tasks_are_seen_in_one_look_and_strange_ones_are_not() {
        TaskId one = accepted("one [sandbox seconds=30]");
        TaskId two = accepted("two [sandbox seconds=30]");
        TaskId never = new TaskId(one.value().substring(0, one.value().length() - 4) + "zzzz");
        assertThat(provider.look(Set.of(one, two, never), account)).containsOnlyKeys(one, two);
    }

    @ParameterizedTest
    @CsvSource({"expired_url,Gone", "truncated,Trouble", "wrong_type,Fetched", "empty,Fetched"})
    void a_result_that_misbehaves_is_told_apart_and_read_again(String word, String what) {
        ResultFile file = made(accepted("result [sandbox result=" + word + ",ok]")).files().getFirst();
        assertThat(fetch(file, new ByteArrayOutputStream()).getClass().getSimpleName()).isEqualTo(what);
        assertThat(bytes(file)).isNotEmpty();
    }

    @Test
    void a_bad_key_is_told_as_such() {
        Credential bad = new Credential("acc-02", account.baseUrl(), badKey());
        assertThat(provider.submit(order("a boat"), bad)).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.AUTH));
        if (provider instanceof Provider.Checks checks) {
            assertThat(checks.check(bad)).isEqualTo(CredentialCheck.REFUSED);
            assertThat(checks.check(account)).isEqualTo(CredentialCheck.ACCEPTED);
        }
    }

    protected String badKey() {
        return "invalid-key";
    }

    protected final Provider provider() {
        return provider;
    }

    protected final Credential account() {
        return account;
    }

    protected final SubmitOutcome submit(String prompt) {
        return provider.submit(order(prompt), account);
    }

    protected final TaskId accepted(String prompt) {
        return accepted(order(prompt));
    }

    protected final TaskId accepted(Order order) {
        SubmitOutcome outcome = provider.submit(order, account);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).task();
    }

    protected final Sighting look(TaskId task) {
        return provider.look(Set.of(task), account).get(task);
    }

    protected final Made made(TaskId task) {
        return ((Finished.Success) end(task).end()).made();
    }

    protected final Sighting.Ended end(TaskId task) {
        for (int looks = 0; looks < 200; looks++) {
            if (look(task) instanceof Sighting.Ended ended) {
                return ended;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
        throw new AssertionError("task " + task + " did not end");
    }

    protected final byte[] bytes(ResultFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(fetch(file, bytes)).isInstanceOf(Downloads.Fetched.class);
        return bytes.toByteArray();
    }

    private Downloads.Download fetch(ResultFile file, ByteArrayOutputStream bytes) {
        try {
            return downloads.fetch(file.url(), bytes, progress -> {
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
