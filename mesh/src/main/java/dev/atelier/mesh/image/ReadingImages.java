package dev.atelier.mesh.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** Decodes the first picture of a file that nobody vouches for; how many pixels it has is asked before. */
final class ReadingImages {

    private static final long MOST_PIXELS = 64L << 20;
    private static final int LONGEST_SIDE = 32_768;

    private ReadingImages() {
    }

    /** @param format png, jpeg, webp or gif */
    record Read(BufferedImage image, String format) {
    }

    /** @throws RefusedModel INVALID_IMAGE, UNSUPPORTED_FORMAT or PAYLOAD_TOO_LARGE */
    static Read read(Path file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new RefusedModel(Problem.UNSUPPORTED_FORMAT,
                        "the file is no image that is read here: send png, jpeg, webp or gif");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                String format = reader.getFormatName().toLowerCase(Locale.ROOT).replace("jpg", "jpeg");
                checked(reader.getWidth(0), reader.getHeight(0));
                return new Read(Orientation.of(file, format).upright(decoded(reader)), format);
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
                throw new RefusedModel(Problem.INVALID_IMAGE, "the image is damaged: " + damaged.getMessage(), damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        try {
            return reader.read(0);
        } catch (javax.imageio.IIOException other) {
            if (String.valueOf(other.getMessage()).startsWith("Unsupported")) {
                throw new RefusedModel(Problem.UNSUPPORTED_FORMAT,
                        "the image's kind of colours is not read here (" + other.getMessage() + "): send RGB", other);
            }
            throw other;
        }
    }

    private static void checked(int width, int height) {
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw RefusedModel.tooLarge("the image has " + width + " x " + height + " pixels; at most " + MOST_PIXELS
                    + " and " + LONGEST_SIDE + " a side are read");
        }
    }
}
