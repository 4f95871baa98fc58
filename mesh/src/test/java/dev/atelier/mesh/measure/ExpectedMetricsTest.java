package dev.atelier.mesh.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.atelier.mesh.Corpus;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.problem.RefusedModel;

/** Public models of all kinds, against numbers that other tools found. */
class ExpectedMetricsTest {

    private static final ReadingGltf READING = new ReadingGltf(Limits.ALONE, Decoding.NONE);

    @Test
    void the_models_are_at_hand() {
        if (!Corpus.isHere()) {
            System.out.println("no shared/models beside this repository: the public models are tried by no test");
        }
        assumeTrue(Corpus.isHere(), "no shared/models here: the public models are not measured");

        System.out.printf("%d public models at %s%n", Corpus.models().size(), Corpus.place());
        assertThat(Corpus.models()).hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> the_numbers_are_the_expected_ones() {
        return Corpus.models().stream().filter(each -> !each.refused() && !isPacked(each))
                .map(each -> DynamicTest.dynamicTest(each.file(), () -> compare(each)));
    }

    private static boolean isPacked(Corpus.Model model) {
        return model.expected().path("extensionsRequired").toString().matches(".*(draco|meshopt).*");
    }

    @TestFactory
    Stream<DynamicTest> what_must_be_refused_is_refused_by_name() {
        return Corpus.models().stream().filter(Corpus.Model::refused)
                .map(each -> DynamicTest.dynamicTest(each.file(), () -> assertThat(refusal(each))
                        .isEqualTo(each.error())));
    }

    private static String refusal(Corpus.Model model) {
        try {
            READING.read(model.bytes());
            return "accepted";
        } catch (RefusedModel refused) {
            return refused.problem().name();
        }
    }

    private static void compare(Corpus.Model model) {
        ExpectedNumbers.compare(model, MeasuringScenes.measure(READING.read(model.bytes())));
    }
}
