package dev.atelier.mesh.operate;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.picture.Texels;
import dev.atelier.mesh.picture.Png;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.simplify.Welded;
import dev.atelier.mesh.write.WritingGlb;

/** The same model in fewer bytes: equal vertices joined, what is not shown left out, textures made smaller. */
final class Optimizing {

    /** Smaller textures say nothing: what is still too large then needs fewer triangles. */
    private static final int SMALLEST_SIDE = 64;

    private Optimizing() {
    }

    static byte[] write(Scene scene, Parameters wanted, ObjectNode report) {
        int side = wanted.whole("texture_size", 1024, 16, 4096);
        Map<Shape, Shape> welded = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (Placed each : scene.placed()) {
            if (each.shape().faceCount() > 0) {
                placed.add(new Placed(welded.computeIfAbsent(each.shape(), Welded::of), each.world()));
            }
        }
        report.put("vertices_before", vertices(scene.placed())).put("vertices_after", vertices(placed));
        int most = wanted.whole("target_bytes", Integer.MAX_VALUE, 1000, Integer.MAX_VALUE);
        byte[] file = written(scene, placed, side);
        while (file.length > most && side > SMALLEST_SIDE) {
            side = Math.max(SMALLEST_SIDE, side / 2);
            file = written(scene, placed, side);
        }
        report.put("texture_size", side).put("bytes", file.length).put("fits", file.length <= most);
        return file;
    }

    private static byte[] written(Scene scene, List<Placed> placed, int side) {
        List<Picture> pictures = scene.pictures().stream().map(each -> smaller(each, side)).toList();
        return WritingGlb.write(new Scene(placed, scene.materials(), pictures, scene.facts()));
    }

    private static long vertices(List<Placed> placed) {
        return placed.stream().map(Placed::shape).distinct().mapToLong(Shape::vertexCount).sum();
    }

    /** A picture that we cannot decode, or that is small enough, stays as it is. */
    private static Picture smaller(Picture picture, int side) {
        if (!"image/png".equals(picture.mimeType()) && !"image/jpeg".equals(picture.mimeType())) {
            return picture;
        }
        Texels texels = Texels.of(picture);
        int longest = Math.max(texels.width(), texels.height());
        if (longest <= side) {
            return picture;
        }
        int width = Math.max(1, texels.width() * side / longest);
        int height = Math.max(1, texels.height() * side / longest);
        boolean alpha = "image/png".equals(picture.mimeType());
        BufferedImage small = new BufferedImage(width, height,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Texels from = texels;
        while (from.width() >= width * 2 && from.height() >= height * 2) {
            from = from.half();
        }
        pen.drawImage(from.image(alpha), 0, 0, width, height, null);
        pen.dispose();
        byte[] bytes = alpha ? Png.of(small) : Jpeg.of(small);
        return bytes.length < picture.bytes().length
                ? new Picture(picture.name(), picture.mimeType(), bytes)
                : picture;
    }
}
