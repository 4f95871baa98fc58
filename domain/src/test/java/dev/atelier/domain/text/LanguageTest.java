package dev.atelier.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"红色风筝 a red kite,zh", "赤い凧,ja", "カタカナ,ja", "빨간 연,ko", "a red kite 4k,en", "un éléphant,und",
            "красный змей,und", "'123 !',und", "'',und"})
    void a_prompt_is_of_the_language_of_its_characters(String text, String language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }
}
