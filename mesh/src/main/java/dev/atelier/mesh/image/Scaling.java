package dev.atelier.mesh.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import dev.atelier.mesh.image.ImageOperation.Wish;
import dev.atelier.mesh.problem.RefusedModel;

/** Makes an image of another size; much smaller ones by halves, so that no pixel is left out. */
final class Scaling {

    private static final long MOST_PIXELS = 64L << 20;

    private Scaling() {
    }

    static BufferedImage scaled(BufferedImage source, Wish wish) {
        if (wish.width() == 0 && wish.height() == 0) {
            return source;
        }
        double across = wish.width() == 0 ? Double.MAX_VALUE : wish.width() / (double) source.getWidth();
        double down = wish.height() == 0 ? Double.MAX_VALUE : wish.height() / (double) source.getHeight();
        double factor = wish.cover() ? Math.max(across, down) : Math.min(across, down);
        if (factor > 1 && !wish.enlarge()) {
            return source;
        }
        int width = side(source.getWidth(), factor);
        int height = side(source.getHeight(), factor);
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > 4 * ImageOperation.LONGEST_SIDE) {
            throw RefusedModel.tooLarge("the image would have " + width + " x " + height + " pixels");
        }
        BufferedImage scaled = drawn(halved(source, width, height), width, height);
        return wish.cover()
                ? middle(scaled, Math.min(width, wish.width()), Math.min(height, wish.height()))
                : scaled;
    }

    private static int side(int source, double factor) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(source * factor)));
    }

    private static BufferedImage halved(BufferedImage image, int width, int height) {
        BufferedImage now = image;
        while (now.getWidth() >= width * 2 && now.getHeight() >= height * 2) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return now;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, typeOf(image));
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static BufferedImage middle(BufferedImage image, int width, int height) {
        return image.getSubimage((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    }

    static int typeOf(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }
}
