package dev.atelier.mesh.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A model turning once, as an animated GIF that begins anew for ever. */
public final class Turntable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private Turntable() {
    }

    /** @param frames of one turn, at most 120 @param hundredths of a second a frame is seen @param done told each frame */
    public static byte[] gif(Rendering rendering, View view, int frames, int hundredths, IntConsumer done) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage frame = Palette.of(rendering.picture(view.turned(view.azimuth() + 360.0 * i / frames)));
                IIOMetadata how = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                describe(how, i, hundredths);
                writer.writeToSequence(new IIOImage(frame, null, how), null);
                done.accept(i + 1);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void describe(IIOMetadata how, int frame, int hundredths) throws IOException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        if (frame == 0) {
            IIOMetadataNode list = new IIOMetadataNode("ApplicationExtensions");
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[]{1, 0, 0});
            list.appendChild(loop);
            root.appendChild(list);
        }
        how.mergeTree(FORMAT, root);
    }
}
