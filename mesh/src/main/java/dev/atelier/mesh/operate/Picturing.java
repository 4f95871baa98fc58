package dev.atelier.mesh.operate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import java.util.function.IntConsumer;

import javax.imageio.ImageIO;

import dev.atelier.mesh.picture.Png;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.render.Rendering;
import dev.atelier.mesh.render.Turntable;
import dev.atelier.mesh.render.View;
import dev.atelier.mesh.scene.Scene;

/** Previews and turntables as they are asked for. */
final class Picturing {

    private static final int MOST_TURNING = 512;

    private Picturing() {
    }

    static View view(Parameters wanted, Operation operation) {
        boolean turns = operation == Operation.RENDER_TURNTABLE;
        View usual = View.usual(wanted.whole("size", turns ? 256 : 512, View.SMALLEST,
                turns ? MOST_TURNING : View.LARGEST));
        wanted.whole("frames", 24, 2, 120);
        return new View(usual.size(), wanted.number("azimuth", usual.azimuth(), -360, 360),
                wanted.number("elevation", usual.elevation(), -89, 89), background(wanted, usual, turns),
                (float) wanted.number("light", usual.light(), 0.1, 4));
    }

    private static int[] background(Parameters wanted, View usual, boolean turns) {
        String word = wanted.word("background", "");
        if (word.isEmpty()) {
            return usual.background();
        }
        if ("transparent".equals(word) && !turns) {
            return new int[4];
        }
        if (!word.matches("#[0-9a-fA-F]{6}")) {
            throw Parameters.wrong("background must be a colour as #rrggbb"
                    + (turns ? "" : ", or transparent"));
        }
        int rgb = Integer.parseInt(word.substring(1), 16);
        return new int[]{rgb >> 16, rgb >> 8 & 255, rgb & 255, 255};
    }

    static byte[] preview(Scene scene, Parameters wanted) {
        return Png.of(new Rendering(scene).picture(view(wanted, Operation.RENDER_PREVIEW)));
    }

    static byte[] turntable(Scene scene, Parameters wanted, IntConsumer percent) {
        int frames = wanted.whole("frames", 24, 2, 120);
        return Turntable.gif(new Rendering(scene), view(wanted, Operation.RENDER_TURNTABLE), frames,
                Math.max(2, 200 / frames), frame -> percent.accept(frame * 100 / frames));
    }

    /** A picture whose surroundings are clear, on the background that is asked for. */
    static byte[] onBackground(byte[] png, Parameters wanted) throws IOException {
        int[] rgba = view(wanted, Operation.RENDER_PREVIEW).background();
        if (rgba[3] == 0) {
            return png;
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        if (picture == null) {
            throw new RefusedModel(Problem.OUTPUT_INVALID, "the picture cannot be decoded");
        }
        BufferedImage whole = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        pen.setColor(new Color(rgba[0], rgba[1], rgba[2]));
        pen.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return Png.of(whole);
    }
}
