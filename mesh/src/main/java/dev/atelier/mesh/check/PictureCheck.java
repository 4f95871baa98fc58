package dev.atelier.mesh.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The picture decodes and is not one colour: an empty picture is the commonest silent failure. */
final class PictureCheck {

    private PictureCheck() {
    }

    /** @return -1: pictures hold no triangles */
    static long frames(byte[] file) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw CheckingOutput.invalid("the picture cannot be decoded");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                if (isOneColor(reader.read(0))) {
                    throw CheckingOutput.invalid("the picture is empty: it has one colour only");
                }
                return -1;
            } finally {
                reader.dispose();
            }
        } catch (IOException damaged) {
            throw CheckingOutput.invalid("the picture cannot be decoded");
        }
    }

    private static boolean isOneColor(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
