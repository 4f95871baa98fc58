package dev.atelier.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaintingTest {
    @Test
    void a_written_png_reads_back_pixel_for_pixel() throws Exception {
        BufferedImage painted = new Painting("a fox in the snow", 333, 217, 5).draw();

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.encode(painted)));

        assertThat(pixels(read)).isEqualTo(pixels(painted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "雨后的石桥，一只纸船", "a\n\tb", "😀😀😀", "supercalifragilisticexpialidociousandthensome"})
    void any_prompt_can_be_drawn_with_and_without_fonts(String prompt) {
        for (Lettering lettering : new Lettering[]{Lettering.best(), new DotLettering()}) {
            BufferedImage with = new Painting(prompt, 200, 120, 1).background();
            int[] without = pixels(with);
            Graphics2D canvas = with.createGraphics();
            new Caption(prompt, lettering).draw(canvas, 200, 120);
            canvas.dispose();

            assertThat(pixels(with)).isNotEqualTo(without);
        }
    }

    @Test
    void every_letter_of_the_dot_alphabet_is_there() {
        for (char letter = ' '; letter <= '~'; letter++) {
            BufferedImage paper = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = paper.createGraphics();
            new DotLettering().draw(canvas, String.valueOf(letter), 0, 0, 10);
            canvas.dispose();

            assertThat(Arrays.stream(pixels(paper)).anyMatch(pixel -> (pixel & 0xffffff) != 0))
                    .as("letter '%s'", letter).isEqualTo(letter != ' ');
        }
    }

    @Test
    void a_tiny_picture_is_fine() {
        assertThat(new Painting("tiny", 16, 16, 1).draw().getWidth()).isEqualTo(16);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
