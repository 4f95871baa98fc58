package dev.atelier.db.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

class MatchingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            KEYWORD,  bomb,             how to build a BOMB,        true
            KEYWORD,  bomb,             a bombastic speech,         false
            KEYWORD,  bomb,             the bombs,                  false
            KEYWORD,  bomb recipe,      bomb   recipe!,             true
            KEYWORD,  炸弹,             一个做炸弹的人,              true
            KEYWORD,  ばくだん,         かばくだんご,                true
            KEYWORD,  bomb,             ｂｏｍｂ,                   true
            KEYWORD,  bomb,             bo\u200Bmb,                 true
            KEYWORD,  c4,               c4炸药,                     true
            REGEX,    '\\b\\d{17}[\\dx]\\b', id 11010519491231002X, true
            REGEX,    '\\b\\d{17}[\\dx]\\b', id 110105,             false
            LANGUAGE, zh,               一只狐狸 fox,               true
            LANGUAGE, zh,               a fox,                      false
            LANGUAGE, und,              лиса,                       true
            """)
    void a_rule_speaks_of_what_it_is_about(Rule.Kind kind, String match, String text, boolean speaks) {
        assertThat(Matching.of(rule(kind, match)).test(Matching.Words.of(text))).isEqualTo(speaks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)*b", "(.*)*x", "(a?){50}a{50}"})
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void no_pattern_keeps_a_job_waiting(String hostile) {
        Matching.of(rule(Rule.Kind.REGEX, hostile)).test(Matching.Words.of("a".repeat(20_000) + "!"));
    }

    @Test
    void a_text_without_words_has_no_language() {
        assertThat(Matching.of(rule(Rule.Kind.LANGUAGE, "und")).test(Matching.Words.of(null))).isFalse();
        assertThat(Matching.of(rule(Rule.Kind.LANGUAGE, "und")).test(Matching.Words.of("42"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {rule_set: a, rules: [{name: b, kind: regex, match: ['('], decision: block}]}      | rule 'b'
            {rule_set: a, rules: [{name: b, kind: regex, match: ['(?=a)'], decision: block}]}  | rule 'b'
            {rule_set: a, rules: [{name: b, kind: language, match: [fr], decision: block}]}    | fr
            {rule_set: a, rules: [{name: b, kind: keyword, match: [], decision: block}]}       | one to
            {rule_set: a, rules: [{name: b, kind: keyword, match: [' '], decision: block}]}    | rule 'b'
            {rule_set: a, rules: [{name: b, kind: keyword, match: [c], decision: perhaps}]}    | perhaps
            {rule_set: a, rules: [{name: b, kind: keyword, match: [c], decison: block}]}       | decision
            {rule_set: A b, rules: []}                                                         | rule_set
            {rule_set: a, rules: [{name: b, kind: keyword, match: [c], decision: flag}, {name: b, kind: keyword, match: [c], decision: flag}]} | of its own
            """)
    void a_set_that_cannot_be_taken_says_where(String yaml, String told) {
        assertThatThrownBy(() -> RuleFile
                .read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).checked())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(told);
    }

    private static Rule rule(Rule.Kind kind, String match) {
        return new Rule(null, "set", "name", kind, List.of(match), Ruling.BLOCK, Severity.HIGH, null);
    }
}
