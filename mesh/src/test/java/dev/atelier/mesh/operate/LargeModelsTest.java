package dev.atelier.mesh.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;
import dev.atelier.mesh.write.WritingGlb;

/** What is large, in a child with its usual limits: done, or refused by name; never a hung or a crashed one. */
class LargeModelsTest {

    @TempDir
    private Path folder;

    private Outcome run(Scene scene, String operation, String parameters) throws IOException {
        Path source = Files.write(folder.resolve("source"), WritingGlb.write(scene));
        return new RunningChild(ChildLimits.USUAL).run(new Task(operation, parameters, source),
                Files.createTempDirectory(folder, "task"), percent -> {
                });
    }

    private static Scene painted(byte[] png, int pictures) {
        Scene plain = Models.painted(8, 16);
        return new Scene(plain.placed(), plain.materials(), IntStream.range(0, pictures)
                .mapToObj(i -> new Picture("picture-" + i, "image/png", png)).toList(), plain.facts());
    }

    /** Black and white squares, as large a picture as is wanted. */
    private static byte[] squares(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(bits, bits.length / 3, bits.length / 2, (byte) 0xff);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void five_million_triangles_are_simplified() throws IOException {
        assertThat(run(Models.scene(Models.ball(1600, 1600, 0.1)), "simplify", "{\"face_count\":20000}"))
                .isInstanceOfSatisfying(Outcome.Made.class, made -> {
                    assertThat(made.report()).contains("\"faces_before\":5120000");
                    System.out.printf("5,120,000 triangles simplified in %d ms, at most %d MB%n",
                            made.took().toMillis(), made.peakBytes() >> 20);
                });
    }

    @Test
    void more_triangles_than_one_conversion_may_have_are_refused() throws IOException {
        Scene herd = new Scene(
                java.util.Collections.nCopies(13, Models.scene(Models.ball(500, 500, 0)).placed().get(0)),
                Models.scene().materials(), List.of(), Models.scene().facts());
        assertThat(run(herd, "analyze", "{}")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem()).isEqualTo(Problem.PAYLOAD_TOO_LARGE);
            assertThat(failed.message()).contains("6000000 triangles");
        });
    }

    @Test
    void a_texture_of_sixteen_thousand_pixels_a_side_is_thinned_out_while_it_is_read() throws IOException {
        assertThat(run(painted(squares(16384), 1), "render_preview", "{\"size\":64}"))
                .isInstanceOfSatisfying(Outcome.Made.class,
                        made -> assertThat(made.report()).contains("\"width\":16384"));
    }

    @Test
    void a_larger_texture_is_refused_before_it_is_decoded() throws IOException {
        assertThat(run(painted(squares(20000), 1), "render_preview", "{\"size\":64}"))
                .isInstanceOfSatisfying(Outcome.Failed.class,
                        failed -> assertThat(failed.problem()).isEqualTo(Problem.PAYLOAD_TOO_LARGE));
    }

    @Test
    void sixteen_thousand_textures_are_not_sixteen_thousand_troubles() throws IOException {
        Shape triangle = Models.ball(2, 3, 0);
        Scene one = painted(Models.checks(8), 16_000);
        Scene many = new Scene(IntStream.range(0, 16_000).mapToObj(i -> new Placed(Shape.of("part-" + i,
                triangle.positions(), null, triangle.uvs(), null, triangle.triangles(), i), Matrix.IDENTITY)).toList(),
                IntStream.range(0, 16_000).mapToObj(i -> Material.DEFAULT.withBaseColor(TextureUse.of(i))).toList(),
                one.pictures(), one.facts());
        assertThat(run(many, "render_preview", "{\"size\":64}")).isInstanceOfSatisfying(Outcome.Made.class,
                made -> assertThat(made.report()).contains("\"picture\":15999"));
    }
}
