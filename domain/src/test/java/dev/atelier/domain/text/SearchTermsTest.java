package dev.atelier.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void the_same_words_are_the_same_however_they_are_typed() {
        assertThat(Normalised.of("  Ａ　Red\t\nKITE ")).isEqualTo("a red kite");
        assertThat(Normalised.of(null)).isEmpty();
    }

    @Test
    void a_chinese_word_of_two_is_found_inside_a_sentence() {
        assertThat(SearchTerms.of("天上的红色风筝")).containsAll(SearchTerms.asked("红色"));
        assertThat(SearchTerms.of("天上的红色风筝")).containsAll(SearchTerms.asked("筝"));
        assertThat(SearchTerms.of("天上的红色风筝")).doesNotContainAnyElementsOf(SearchTerms.asked("风色"));
    }

    @Test
    void words_of_both_scripts_in_one_run_are_told_apart() {
        assertThat(SearchTerms.asked("4k红色Kite")).containsExactly("ww4k", "ww红色", "wwkite");
    }

    @Test
    void punctuation_alone_asks_for_nothing() {
        assertThat(SearchTerms.asked(" %' _ ")).isEmpty();
    }

    @Test
    void a_huge_text_gives_a_bounded_number_of_terms() {
        StringBuilder huge = new StringBuilder();
        for (int word = 0; word < 50_000; word++) {
            huge.append(word).append(' ');
        }
        assertThat(SearchTerms.of(huge.toString())).hasSize(2_000);
    }
}
