package dev.atelier.providers.openai;

import static dev.atelier.providers.testing.ToldServer.OUR_PICTURE;
import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import dev.atelier.sandbox.SandboxServer;
import mockwebserver3.RecordedRequest;

class OpenAiTest {

    private static final Map<String, Object> SIZES = Map.of("fields", Map.of("ratio", "size"), "words",
            Map.of("size", Map.of("3:2", "1536x1024")));

    private static SandboxServer sandbox;
    private static Credential account;

    private final OpenAi openai = new OpenAi(new Wire(Clock.systemUTC()), Clock.systemUTC());

    @BeforeAll
    static void start(@TempDir Path state) throws IOException {
        sandbox = SandboxServer.start(0, state);
        account = at("openai-practice-1");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void a_picture_comes_with_the_answer_in_the_size_asked_for() {
        Made made = made(openai.submit(picture("a paper boat", SIZES), account));
        byte[] png = Base64.getDecoder().decode(made.files().getFirst().base64());
        assertThat(new String(png, 1, 3)).isEqualTo("PNG");
        assertThat(new BigDecimal(new BigInteger(1, Arrays.copyOfRange(png, 16, 20))))
                .isEqualByComparingTo("1536");
        assertThat(made.units()).containsKeys("image", "input_tokens", "output_tokens");
    }

    @Test
    void a_picture_of_ours_goes_along_as_a_file_and_an_address_is_refused_before_it_is_paid() {
        assertThat(made(openai.submit(picture("a boat at night", Map.of(), OUR_PICTURE), account)).files()).hasSize(1);
        assertThat(openai.submit(picture("a boat", Map.of(), PICTURE), account)).isInstanceOfSatisfying(
                SubmitOutcome.NotSent.class,
                refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.BAD_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({"submit=429,RATE_LIMIT", "submit=503,RATE_LIMIT", "submit=401,AUTH", "submit=403,QUOTA",
            "submit=quota,QUOTA", "submit=concurrency,RATE_LIMIT", "fail=content_input,CONTENT_INPUT",
            "fail=content_output,CONTENT_INPUT", "fail=credit,QUOTA", "nonsense=1,BAD_REQUEST"})
    void each_refusal_is_not_sent_and_has_our_word(String tag, ErrorKind kind) {
        assertThat(openai.submit(picture("no [sandbox " + tag + "]", Map.of()), account)).isInstanceOfSatisfying(
                SubmitOutcome.NotSent.class, refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit=500", "submit=drop_after_accept", "submit=500_after_accept", "submit=garbage",
            "submit=html", "submit=empty", "fail=generation"})
    void what_is_not_understood_is_ambiguous(String tag) {
        assertThat(openai.submit(picture("unclear [sandbox " + tag + "]", Map.of()), account))
                .isInstanceOf(SubmitOutcome.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"400,,BAD_REQUEST", "400,moderation_blocked,CONTENT_INPUT",
            "400,content_policy_violation,CONTENT_INPUT",
            "400,billing_hard_limit_reached,QUOTA", "401,invalid_api_key,AUTH", "401,,AUTH", "402,,QUOTA",
            "403,,NOT_ENTITLED", "403,organization_must_be_verified,NOT_ENTITLED", "404,model_not_found,NOT_ENTITLED",
            "404,,BAD_REQUEST", "413,,PAYLOAD_TOO_LARGE", "422,,BAD_REQUEST", "429,insufficient_quota,QUOTA",
            "429,rate_limit_exceeded,RATE_LIMIT", "500,server_error,", "503,,", "200,strange,"})
    void each_row_of_the_table_has_our_word(int status, String code, ErrorKind kind) {
        assertThat(OpenAiErrors.kind(status, code == null ? "" : code)).isEqualTo(kind);
    }

    @Test
    void an_error_that_comes_with_http_200_is_no_picture() {
        try (ToldServer server = new ToldServer()
                .answers(200, "{\"error\":{\"message\":\"full\",\"code\":\"insufficient_quota\"}}")
                .answers(200, "{\"error\":{\"message\":\"what\"}}")) {
            assertThat(openai.submit(picture("a", Map.of()), server.account()))
                    .isInstanceOf(SubmitOutcome.NotSent.class);
            assertThat(openai.submit(picture("a", Map.of()), server.account()))
                    .isInstanceOf(SubmitOutcome.Ambiguous.class);
            RecordedRequest request = server.request();
            assertThat(request.getTarget()).endsWith("/images/generations");
            assertThat(ToldServer.json(request).path("n").asInt()).isEqualTo(1);
        }
    }

    @Test
    void the_models_tell_whether_a_key_is_taken() {
        assertThat(openai.check(account)).isEqualTo(CredentialCheck.ACCEPTED);
        assertThat(openai.check(at("invalid-key"))).isEqualTo(CredentialCheck.REFUSED);
    }

    private static Credential at(String key) {
        return new Credential("acc-01", URI.create(sandbox.url() + "/openai/v1"), key);
    }

    private static Order picture(String prompt, Map<String, Object> settings, String... images) {
        return new Order("sub-01", Kind.IMAGE, "gpt-image-1",
                new Input(prompt, null, List.of(images), "3:2", null, null, null, null, "url"), List.of(images),
                Instant.now().plusSeconds(600), settings);
    }

    private static Made made(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOf(SubmitOutcome.Answered.class);
        return ((Finished.Success) ((SubmitOutcome.Answered) outcome).end()).made();
    }
}
