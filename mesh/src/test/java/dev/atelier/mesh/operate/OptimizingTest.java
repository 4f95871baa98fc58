package dev.atelier.mesh.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

class OptimizingTest {

    @TempDir
    private Path folder;

    private static byte[] model() {
        Scene painted = Models.painted(20, 40);
        return WritingGlb.write(new Scene(painted.placed(), painted.materials(),
                List.of(new Picture("checks", "image/png", Models.checks(1024))), painted.facts()));
    }

    @Test
    void textures_shrink_until_the_file_has_the_size_asked_for() {
        byte[] model = model();
        Output free = new Work("optimize", "{}").on(model, folder);
        assertThat(free.report().path("texture_size").asInt()).isEqualTo(1024);
        assertThat(free.report().path("fits").asBoolean()).isTrue();
        Output bare = new Work("optimize", "{\"texture_size\":64}").on(model, folder);
        int wanted = (free.file().length + bare.file().length) / 2;
        Output fitting = new Work("optimize", "{\"target_bytes\":" + wanted + "}").on(model, folder);
        assertThat(fitting.file().length).isLessThanOrEqualTo(wanted).isGreaterThanOrEqualTo(bare.file().length);
        assertThat(fitting.report().path("texture_size").asInt()).isBetween(64, 512);
        assertThat(fitting.report().path("fits").asBoolean()).isTrue();
    }

    @Test
    void a_size_that_cannot_be_met_is_told_and_the_smallest_is_kept() {
        Output smallest = new Work("optimize", "{\"target_bytes\":1000}").on(model(), folder);
        assertThat(smallest.report().path("fits").asBoolean()).isFalse();
        assertThat(smallest.report().path("texture_size").asInt()).isEqualTo(64);
        assertThat(smallest.report().path("bytes").asInt()).isEqualTo(smallest.file().length);
    }
}
