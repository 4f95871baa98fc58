package dev.atelier.mesh.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** Writes PNG, JPEG and WebP, and reads back what was written. */
final class WritingImages {

    private WritingImages() {
    }

    /** @param quality 1 to 100; PNG has none */
    static byte[] write(BufferedImage image, String format, int quality) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new RefusedModel(Problem.TOOL_MISSING, format + " cannot be written on this machine");
        }
        BufferedImage plain = drawn(image, "jpeg".equals(format));
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (!"png".equals(format)) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                if (how.getCompressionType() == null) {
                    how.setCompressionType(how.getCompressionTypes()[0]);
                }
                how.setCompressionQuality(quality / 100f);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), how);
        } finally {
            writer.dispose();
        }
        return checked(bytes.toByteArray(), image);
    }

    /** In plain sRGB, which every encoder takes; JPEG knows no transparency, there white shines through. */
    private static BufferedImage drawn(BufferedImage image, boolean opaque) {
        boolean alpha = image.getColorModel().hasAlpha() && !opaque;
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        if (!alpha) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        }
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return plain;
    }

    private static byte[] checked(byte[] written, BufferedImage image) throws IOException {
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(written));
        if (back == null || back.getWidth() != image.getWidth() || back.getHeight() != image.getHeight()) {
            throw new RefusedModel(Problem.OUTPUT_INVALID, "what was written cannot be read back");
        }
        return written;
    }
}
