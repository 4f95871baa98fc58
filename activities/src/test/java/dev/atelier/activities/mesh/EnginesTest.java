package dev.atelier.activities.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

class EnginesTest {

    private static final String USDZ = "{\"format\":\"usdz\"}";
    private static final String USDZ_BY_STUDIO = "{\"engine\":\"studio\",\"format\":\"usdz\"}";

    @TempDir
    private Path folder;

    private Path python() throws IOException {
        Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\necho 4.5.15\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return python;
    }

    @Test
    void the_order_chooses() throws IOException {
        Engines engines = new Engines("embedded", python());
        assertThat(engines.choose("convert", USDZ).name()).isEqualTo("embedded");
        Engines.Chosen studio = engines.choose("convert", USDZ_BY_STUDIO);
        assertThat(studio.name()).isEqualTo("studio");
        assertThat(studio.version()).startsWith("4.5.15/");
        assertThat(studio.python()).isEqualTo(folder.resolve("python"));
    }

    @Test
    void what_is_configured_does_what_it_can() throws IOException {
        Engines engines = new Engines("studio", python());
        assertThat(engines.choose("convert", USDZ).name()).isEqualTo("studio");
        assertThat(engines.choose("convert", "{\"format\":\"obj\"}").name()).isEqualTo("embedded");
        assertThat(engines.choose("convert", "{\"engine\":\"embedded\",\"format\":\"usdz\"}").name())
                .isEqualTo("embedded");
        assertThat(engines.choose("thumbnail", "{}").name()).isEqualTo("embedded");
    }

    @Test
    void what_is_not_there_is_told_to_who_names_it() {
        assertThatThrownBy(() -> new Engines("magic", null)).hasMessageContaining("embedded or studio");
        Engines none = new Engines("embedded", folder.resolve("absent"));
        if (!Files.exists(Path.of(".tools/studio/bin/python"))) {
            assertThatThrownBy(() -> none.choose("convert", USDZ_BY_STUDIO)).isInstanceOfSatisfying(RefusedModel.class,
                    refused -> assertThat(refused.problem()).isEqualTo(Problem.TOOL_MISSING));
        }
    }
}
