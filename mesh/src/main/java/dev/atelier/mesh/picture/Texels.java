package dev.atelier.mesh.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Picture;

/** A decoded picture, 8 bits a channel, as the file stores them; never larger than {@link #LARGEST_SIDE} a side. */
public record Texels(int width, int height, int[] argb) {

    /** A larger picture is thinned out while it is decoded, so that it costs no more than this. */
    public static final int LARGEST_SIDE = 4096;
    private static final long MOST_PIXELS = 300_000_000L;

    /**
     * @throws RefusedModel UNSUPPORTED_EXTENSION for types that Java does not decode, PAYLOAD_TOO_LARGE,
     *         INVALID_MODEL when the bytes are damaged
     */
    public static Texels of(Picture picture) {
        if (!"image/png".equals(picture.mimeType()) && !"image/jpeg".equals(picture.mimeType())) {
            throw new RefusedModel(Problem.UNSUPPORTED_EXTENSION, "the texture " + picture.name() + " is "
                    + picture.mimeType() + ": export the model with PNG or JPEG textures");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw RefusedModel.invalid("the texture " + picture.name() + " cannot be decoded");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return of(read(reader, picture.name()));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new RefusedModel(Problem.INVALID_MODEL, "the texture " + picture.name() + " cannot be decoded",
                    damaged);
        }
    }

    private static BufferedImage read(ImageReader reader, String name) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw RefusedModel.tooLarge("the texture " + name + " has " + pixels + " pixels, more than " + MOST_PIXELS);
        }
        int side = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = (side + LARGEST_SIDE - 1) / LARGEST_SIDE;
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    public static Texels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Texels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    public BufferedImage image(boolean alpha) {
        BufferedImage image = new BufferedImage(width, height,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    /** Half the size, each texel the mean of four. */
    public Texels half() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        int[] half = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int x2 = Math.min(width - 1, x * 2 + 1);
                int y2 = Math.min(height - 1, y * 2 + 1);
                half[y * w + x] = mean(argb[y * 2 * width + x * 2], argb[y * 2 * width + x2],
                        argb[y2 * width + x * 2], argb[y2 * width + x2]);
            }
        }
        return new Texels(w, h, half);
    }

    private static int mean(int a, int b, int c, int d) {
        int mean = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = (a >>> shift & 255) + (b >>> shift & 255) + (c >>> shift & 255) + (d >>> shift & 255);
            mean |= (sum + 2) / 4 << shift;
        }
        return mean;
    }
}
