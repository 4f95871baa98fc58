package dev.atelier.providers.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.provider.Exchange;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import okhttp3.Headers;

class RedactionTest {

    private final Redaction redaction = new Redaction("s3cret-key", "a paper boat");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://x.example/v.mp4?X-Sig=abc&k=1 done | https://x.example/v.mp4 done
            see http://x.example#token=abc.            | see http://x.example
            https://user:pass@x.example/a              | https://x.example/a
            HTTPS://x.example/a?b                      | HTTPS://x.example/a
            Bearer s3cret-key                          | Bearer ***
            no address, no key                         | no address, no key
            """)
    void a_text_loses_what_opens_doors(String text, String kept) {
        assertThat(redaction.text(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write to ada.lovelace+x@mail.example.org now | write to (e-mail) now
            call +44 20 7946 0958 please                 | call (phone number) please
            call +1 (415) 555-2671                       | call (phone number)
            call 13812345678                             | call (phone number)
            call 138-1234-5678                           | call (phone number)
            电话：010-62345678。                          | 电话：(phone number)。
            (415) 555-2671 rang                          | (phone number) rang
            id 11010519491231002X                        | id (id number)
            id 110105194912310021                        | id 110105194912310021
            ssn 078-05-1120                              | ssn (id number)
            card 4111 1111 1111 1111 paid                | card (card number) paid
            card 4111111111111111                        | card (card number)
            card 6222-0212-3456-7894-567                 | card (card number)
            amex 3782 822463 10005                       | amex (card number)
            not a card 4111111111111112                  | not a card 4111111111111112
            task 7392616336519610409                     | task 7392616336519610409
            task cgt-20260101123456-abcde                | task cgt-20260101123456-abcde
            job 01a20195-03fa-788d-9bdf-d1105864a187     | job 01a20195-03fa-788d-9bdf-d1105864a187
            at 1700000000000 or 2026-11-26T11:40:42Z     | at 1700000000000 or 2026-11-26T11:40:42Z
            4096x4096, 1024 2048, 3.14159265358979       | 4096x4096, 1024 2048, 3.14159265358979
            """)
    void a_text_loses_people_and_keeps_ids(String text, String kept) {
        assertThat(redaction.text(text)).isEqualTo(kept);
    }

    @Test
    void a_number_may_be_a_persons_too() {
        assertThat(redaction.tree(Json.object().put("phone", 13812345678L).put("width", 4096).put("seed", 42.5))
                .toString()).isEqualTo("{\"phone\":\"(phone number)\",\"width\":4096,\"seed\":42.5}");
    }

    @Test
    void the_prompt_leaves_its_hash_alone() {
        assertThat(redaction.text("for a paper boat.")).matches("for sha256:[0-9a-f]{64}\\.");
        assertThat(new Redaction(null, "boat").text("a boat")).as("short words are in any message").isEqualTo("a boat");
    }

    @Test
    void what_no_database_keeps_is_taken_out() {
        assertThat(redaction.text("a\0b\uD83Dc")).isEqualTo("a\uFFFDb?c");
    }

    @Test
    void words_behind_the_prompt_are_the_users_too_but_our_flags_stay() {
        assertThat(redaction.tree(Json.object().put("revised_prompt", "a paper boat of Ada")).toString())
                .doesNotContain("Ada");
        assertThat(redaction.tree(Json.object().put("text", "a paper boat --fileformat glb")).toString())
                .contains("--fileformat glb").doesNotContain("boat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://a@", "data:", "data:a;", "http://x?", "http://x?http://", "a@",
            "a.a@a.", "+1", "4111 ", "1-1-", "138"})
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void a_long_hostile_text_is_read_in_one_go(String piece) {
        assertThat(redaction.text(piece.repeat((4 << 20) / piece.length()))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\"", "\\", "\uD83D\uDE80", "\u4E2D", "x"})
    void what_is_kept_is_json_of_at_most_sixteen_kilobytes(String piece) {
        String text = piece.repeat(40_000);
        for (byte[] body : new byte[][]{text.getBytes(StandardCharsets.UTF_8),
                Json.bytes(Json.object().put("a", text).put("b", piece.repeat(1_000)))}) {
            Exchange kept = new Recording("look", redaction).of(heard(body), Json.object(), null);
            byte[] bytes = kept.responseJson().getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(Recording.MOST_BYTES);
            assertThat(Json.value(bytes)).isPresent();
        }
    }

    private static Spoken heard(byte[] body) {
        return new Spoken(null, new Reply.Heard(200, Headers.of(), body), Instant.EPOCH, Instant.EPOCH);
    }
}
