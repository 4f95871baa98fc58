package dev.atelier.mesh.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.operate.Output;
import dev.atelier.mesh.operate.Parameters;

/** Does one operation on one image. For the child process: decoders of untrusted files run here. */
public final class OperatingImages {

    private OperatingImages() {
    }

    public static Output operate(ImageOperation operation, Parameters wanted, Path source) throws IOException {
        ImageOperation.Wish wish = operation.check(wanted);
        ReadingImages.Read read = ReadingImages.read(source);
        BufferedImage made = Scaling.scaled(read.image(), wish);
        String format = wish.format() != null ? wish.format() : usual(operation, read.format(), made);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("width_before", read.image().getWidth()).put("height_before", read.image().getHeight())
                .put("format_before", read.format()).put("width", made.getWidth()).put("height", made.getHeight())
                .put("format", format);
        return new Output(format, WritingImages.write(made, format, wish.quality()), report);
    }

    private static String usual(ImageOperation operation, String source, BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        if (operation == ImageOperation.THUMBNAIL) {
            return alpha ? "png" : "jpeg";
        }
        return ImageOperation.FORMATS.contains(source) ? source : "png";
    }
}
