package dev.atelier.mesh;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** Models made by the tests themselves. */
public final class Models {

    private Models() {
    }

    /** A bumpy ball with seams and coordinates: rows × columns × 2 triangles but for the poles. */
    public static Shape ball(int rows, int columns, double bumps) {
        int across = columns + 1;
        float[] positions = new float[(rows + 1) * across * 3];
        float[] normals = new float[positions.length];
        float[] uvs = new float[(rows + 1) * across * 2];
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                int v = row * across + column;
                double polar = Math.PI * row / rows;
                double round = 2 * Math.PI * (column % columns) / columns;
                double[] n = {Math.sin(polar) * Math.cos(round), Math.cos(polar), -Math.sin(polar) * Math.sin(round)};
                double r = 1 + bumps * Math.sin(7 * polar) * Math.sin(polar) * Math.sin(5 * round);
                for (int k = 0; k < 3; k++) {
                    positions[v * 3 + k] = (float) (n[k] * r);
                    normals[v * 3 + k] = (float) n[k];
                }
                uvs[v * 2] = (float) column / columns;
                uvs[v * 2 + 1] = (float) row / rows;
            }
        }
        return Shape.of("ball", positions, normals, List.of(uvs), null, grid(rows, columns), 0);
    }

    static int[] grid(int rows, int columns) {
        int[] triangles = new int[rows * columns * 6];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int a = row * (columns + 1) + column;
                int below = a + columns + 1;
                for (int corner : new int[]{a, below, a + 1, a + 1, below, below + 1}) {
                    triangles[at++] = corner;
                }
            }
        }
        return triangles;
    }

    /** A cube of edge two with shared corners: 8 vertices, 12 triangles, outward. */
    public static Shape cube() {
        float[] p = new float[24];
        for (int i = 0; i < 8; i++) {
            p[i * 3] = (i & 1) * 2 - 1;
            p[i * 3 + 1] = (i >> 1 & 1) * 2 - 1;
            p[i * 3 + 2] = (i >> 2 & 1) * 2 - 1;
        }
        int[] t = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3,
                7, 5};
        return Shape.of("cube", p, null, List.of(), null, t, -1);
    }

    public static Scene scene(Shape... shapes) {
        return new Scene(List.of(shapes).stream().map(each -> new Placed(each, Matrix.IDENTITY)).toList(),
                List.of(Material.plain("clay", new float[]{0.8f, 0.45f, 0.25f, 1}, 0, 0.6f)), List.of(),
                Facts.made("glb"));
    }

    /** The ball with a picture on it. */
    public static Scene painted(int rows, int columns) {
        Material material = Material.plain("paint", new float[]{1, 1, 1, 1}, 0, 0.5f).withBaseColor(TextureUse.of(0));
        return new Scene(List.of(new Placed(ball(rows, columns, 0.1), Matrix.IDENTITY)), List.of(material),
                List.of(new Picture("checks", "image/png", checks(256))), Facts.made("glb"));
    }

    /** A picture of coloured squares, as PNG. */
    public static byte[] checks(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                pen.setColor((x + y) % 2 == 0 ? Color.getHSBColor(x / 8f, 0.7f, 0.9f) : new Color(240, 236, 228));
                pen.fillRect(x * size / 8, y * size / 8, size / 8, size / 8);
            }
        }
        pen.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
