package dev.atelier.mesh.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.operate.Output;
import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

class OperatingImagesTest {

    @TempDir
    private Path folder;

    /** Left half red, right half blue, the top right corner white. */
    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(Color.WHITE);
        pen.fillRect(width - width / 4, 0, width / 4, height / 4);
        pen.dispose();
        return image;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private Output made(String operation, String parameters, byte[] source) throws IOException {
        Parameters wanted = new Parameters(new ObjectMapper().readTree(parameters));
        return OperatingImages.operate(ImageOperation.meant(operation, wanted.json()).orElseThrow(), wanted,
                Files.write(folder.resolve("source"), source));
    }

    private static BufferedImage read(Output output) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(output.file()));
    }

    private static void near(BufferedImage image, int x, int y, Color color) {
        Color is = new Color(image.getRGB(x, y));
        assertThat(Math.abs(is.getRed() - color.getRed()) + Math.abs(is.getGreen() - color.getGreen())
                + Math.abs(is.getBlue() - color.getBlue())).as("%s at %d %d", is, x, y).isLessThan(90);
    }

    @ParameterizedTest
    @CsvSource({"png,png", "png,jpeg", "png,webp", "jpeg,webp", "jpeg,png", "webp,png", "gif,png"})
    void a_format_becomes_another_and_shows_the_same(String from, String to) throws IOException {
        byte[] source = "webp".equals(from)
                ? made("convert", "{\"format\":\"webp\"}", bytes(picture(64, 32), "png")).file()
                : bytes(picture(64, 32), from);
        Output output = made("convert", "{\"format\":\"" + to + "\"}", source);
        assertThat(output.format()).isEqualTo(to);
        BufferedImage back = read(output);
        assertThat(back.getWidth()).isEqualTo(64);
        near(back, 5, 16, Color.RED);
        near(back, 60, 28, Color.BLUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"width\":100}|100|50", "{\"height\":100}|200|100",
            "{\"width\":100,\"height\":100}|100|50", "{\"width\":100,\"height\":100,\"fit\":\"cover\"}|100|100",
            "{\"width\":800}|800|400"})
    void a_size_is_reached_without_distortion(String parameters, int width, int height) throws IOException {
        BufferedImage back = read(made("resize", parameters, bytes(picture(400, 200), "png")));
        assertThat(back.getWidth()).isEqualTo(width);
        assertThat(back.getHeight()).isEqualTo(height);
        near(back, 2, height - 2, Color.RED);
        near(back, width - 2, height - 2, Color.BLUE);
    }

    @Test
    void a_thumbnail_is_never_larger_than_its_picture_and_keeps_transparency() throws IOException {
        Output small = made("thumbnail", "{}", bytes(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png"));
        assertThat(small.format()).isEqualTo("png");
        assertThat(read(small).getWidth()).isEqualTo(40);
        assertThat(read(small).getRGB(3, 3) >>> 24).isZero();
        Output large = made("thumbnail", "{\"size\":128}", bytes(picture(1000, 500), "jpeg"));
        assertThat(large.format()).isEqualTo("jpeg");
        assertThat(read(large).getWidth()).isEqualTo(128);
        assertThat(large.report().path("width_before").asInt()).isEqualTo(1000);
    }

    @Test
    void where_jpeg_knows_no_transparency_white_shines_through() throws IOException {
        byte[] clear = bytes(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB), "png");
        near(read(made("convert", "{\"format\":\"jpeg\"}", clear)), 8, 8, Color.WHITE);
    }

    @Test
    void a_picture_that_a_camera_took_sideways_stands_upright() throws IOException {
        BufferedImage back = read(made("convert", "{\"format\":\"png\"}",
                withOrientation(bytes(picture(80, 40), "jpeg"), 6)));
        assertThat(back.getWidth()).isEqualTo(40);
        assertThat(back.getHeight()).isEqualTo(80);
        near(back, 20, 5, Color.RED);
        near(back, 37, 75, Color.WHITE);
    }

    @Test
    void each_orientation_keeps_every_pixel() {
        for (int exif = 1; exif <= 8; exif++) {
            BufferedImage upright = new Orientation(exif).upright(picture(8, 4));
            assertThat(upright.getWidth()).isEqualTo(exif > 4 ? 4 : 8);
            assertThat(Arrays.stream(upright.getRGB(0, 0, upright.getWidth(), upright.getHeight(), null, 0,
                    upright.getWidth())).filter(rgb -> rgb == Color.WHITE.getRGB()).count())
                    .as("orientation %d", exif).isEqualTo(2);
        }
    }

    @Test
    void more_pixels_than_anybody_needs_are_refused_before_they_are_decoded() throws IOException {
        byte[] png = bytes(picture(16, 16), "png");
        ByteBuffer head = ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        head.putInt(29, (int) crc.getValue());
        refused(Problem.PAYLOAD_TOO_LARGE, png);
    }

    @Test
    void what_is_no_image_or_a_damaged_one_is_named() throws IOException {
        refused(Problem.UNSUPPORTED_FORMAT, "#EXTM3U\nhttp://127.0.0.1/".getBytes(StandardCharsets.US_ASCII));
        refused(Problem.INVALID_IMAGE, Arrays.copyOf(bytes(picture(64, 64), "png"), 60));
    }

    @Test
    void a_child_process_makes_it_too() throws IOException {
        Path source = Files.write(folder.resolve("source"), bytes(picture(64, 64), "png"));
        Outcome outcome = new RunningChild(new ChildLimits(512, 8192, 64, Duration.ofMinutes(1))).run(
                new Task("resize", "{\"format\":\"webp\",\"width\":32}", source),
                Files.createDirectory(folder.resolve("task")), percent -> {
                });
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Made.class, made -> {
            assertThat(made.format()).isEqualTo("webp");
            assertThat(made.file()).isNotEmptyFile();
            assertThat(made.report()).contains("\"width\":32");
        });
    }

    private void refused(Problem problem, byte[] bytes) {
        assertThatThrownBy(() -> made("thumbnail", "{}", bytes)).isInstanceOfSatisfying(RefusedModel.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    /** An Exif segment right after the start of the file. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).putInt(0x4d4d002a).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
