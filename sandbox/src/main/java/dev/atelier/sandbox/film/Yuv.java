package dev.atelier.sandbox.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/** Turns RGB into the planes a video encoder takes: BT.601, limited range, half the colours each way. */
final class Yuv {
    private Yuv() {
    }

    /** @param image of type INT_RGB and even sides; the coder keeps samples as signed bytes around 128 */
    static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        byte[] luma = picture.getPlaneData(0);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            luma[i] = (byte) ((66 * red(pixel) + 129 * green(pixel) + 25 * blue(pixel) + 128 >> 8) + 16 - 128);
        }
        byte[] blueness = picture.getPlaneData(1);
        byte[] redness = picture.getPlaneData(2);
        for (int y = 0, to = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2, to++) {
                int pixel = pixels[y * width + x];
                blueness[to] = (byte) (-38 * red(pixel) - 74 * green(pixel) + 112 * blue(pixel) + 128 >> 8);
                redness[to] = (byte) (112 * red(pixel) - 94 * green(pixel) - 18 * blue(pixel) + 128 >> 8);
            }
        }
        return picture;
    }

    private static int red(int pixel) {
        return pixel >> 16 & 255;
    }

    private static int green(int pixel) {
        return pixel >> 8 & 255;
    }

    private static int blue(int pixel) {
        return pixel & 255;
    }
}
