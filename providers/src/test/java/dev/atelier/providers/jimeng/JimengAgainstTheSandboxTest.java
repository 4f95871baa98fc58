package dev.atelier.providers.jimeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.account.Site;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.http.Wire;
import dev.atelier.sandbox.SandboxServer;

class JimengAgainstTheSandboxTest {

    @TempDir
    private static Path state;

    private static SandboxServer sandbox;

    private final Jimeng jimeng = new Jimeng(new Wire(Clock.systemUTC()), Clock.systemUTC());
    private final Downloads downloads = new Downloads(true, 64 << 20, Duration.ofSeconds(20));

    @BeforeAll
    static void start() throws IOException {
        sandbox = SandboxServer.start(0, state);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void a_session_of_each_site_makes_images(Site site) {
        Made made = made(jimeng.submit(Orders.image("a boat"), session(site, "jimeng-demo-1")));
        assertThat(made.files()).hasSize(4).allMatch(file -> file.role().equals("main"));
        assertThat(made.units().get("image")).isEqualByComparingTo("4");
        assertThat(bytes(made.files().getLast())).startsWith(0xff, 0xd8);
    }

    @Test
    void images_are_composed_and_videos_made_from_words_frames_and_references() {
        assertThat(made(submit(Orders.image("the same boat", Orders.PICTURE, Orders.PICTURE))).files()).hasSize(1);
        for (Order order : new Order[]{Orders.video("a boat"), Orders.video("a boat", Orders.PICTURE),
                Orders.video("a boat", Orders.PICTURE, Orders.PICTURE)}) {
            Made made = made(submit(order));
            assertThat(made.units().get("task")).isEqualByComparingTo("1");
            assertThat(new String(bytes(made.files().getFirst()), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        }
    }

    @Test
    void an_image_that_is_not_at_hand_fails_before_anything_is_sent() {
        assertThat(submit(Orders.video("a boat", Orders.PICTURE, "https://example.org/last.png")))
                .isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                        unsent -> assertThat(unsent.failure().kind()).isEqualTo(ErrorKind.BAD_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({"submit=429,RATE_LIMIT", "submit=503,PROVIDER_BUSY", "submit=401,AUTH", "submit=403,QUOTA",
            "submit=quota,QUOTA", "submit=concurrency,RATE_LIMIT", "fail=content_input,CONTENT_INPUT",
            "fail=credit,QUOTA", "fail=concurrency,RATE_LIMIT", "fail=auth,AUTH", "nonsense=1,BAD_REQUEST"})
    void a_refusal_with_http_200_is_not_sent(String tag, ErrorKind kind) {
        for (Order order : both("refused", tag)) {
            assertThat(submit(order)).isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                    refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit=500", "submit=drop_after_accept", "submit=500_after_accept", "submit=garbage",
            "submit=html", "submit=empty", "fail=expired", "fail=unknown_status"})
    void what_is_not_understood_is_ambiguous(String tag) {
        for (Order order : both("unclear", tag)) {
            assertThat(submit(order)).isInstanceOf(SubmitOutcome.Ambiguous.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"content_output,CONTENT_OUTPUT", "generation,GENERATION_FAILED"})
    void what_cannot_be_made_has_ended(String word, ErrorKind kind) {
        for (Order order : both("ends", "fail=" + word)) {
            assertThat(submit(order)).isInstanceOfSatisfying(SubmitOutcome.Answered.class,
                    answered -> assertThat(((Finished.Failed) answered.end()).failure().kind()).isEqualTo(kind));
        }
    }

    @Test
    void the_answer_is_waited_for() {
        assertThat(submit(Orders.video("[sandbox seconds=2] [sandbox submit=slow_body]")))
                .isInstanceOf(SubmitOutcome.Answered.class);
    }

    @Test
    void a_result_whose_address_has_expired_is_gone() throws IOException {
        ResultFile file = made(submit(Orders.image("[sandbox result=expired_url]"))).files().getFirst();
        assertThat(downloads.fetch(file.url(), new ByteArrayOutputStream(), any -> {
        })).isInstanceOf(Downloads.Gone.class);
    }

    @Test
    void a_session_is_shown_for_nothing() {
        assertThat(jimeng.check(session(Site.CN, "jimeng-demo-1"))).isEqualTo(CredentialCheck.ACCEPTED);
        assertThat(jimeng.check(session(Site.US, "invalid-key"))).isEqualTo(CredentialCheck.REFUSED);
        assertThat(jimeng.submit(Orders.image("a boat"), session(Site.US, "invalid-key")))
                .isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.AUTH));
    }

    @Test
    void neither_session_nor_words_nor_pictures_are_kept_of_a_request() {
        String kept = submit(Orders.image("a secret boat", Orders.PICTURE)).exchange().toString();
        assertThat(kept).doesNotContain("jimeng-demo-1").doesNotContain("a secret boat").doesNotContain("iVBOR");
    }

    private static Order[] both(String words, String tag) {
        String prompt = " " + words + " [sandbox " + tag + "]";
        return new Order[]{Orders.image("image" + prompt), Orders.video("video" + prompt)};
    }

    private SubmitOutcome submit(Order order) {
        return jimeng.submit(order, session(Site.CN, "jimeng-demo-1"));
    }

    private static Credential session(Site site, String session) {
        return new Credential("acc-01", URI.create(sandbox.url() + "/jimeng"), session, site, null);
    }

    private static Made made(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOf(SubmitOutcome.Answered.class);
        return ((Finished.Success) ((SubmitOutcome.Answered) outcome).end()).made();
    }

    private byte[] bytes(ResultFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(downloads.fetch(file.url(), bytes, any -> {
            })).isInstanceOf(Downloads.Fetched.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
