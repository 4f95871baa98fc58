package dev.atelier.mesh;

import java.util.ArrayList;
import java.util.List;

import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** A paper lantern, to look at: painted paper with ribs, brass rings, a tassel. Everything in it is turned on a lathe. */
final class Lantern {

    private static final int COLUMNS = 192;

    private Lantern() {
    }

    static Scene scene() {
        List<Placed> placed = new ArrayList<>();
        placed.add(new Placed(turned("paper", paper(160), 0), Matrix.IDENTITY));
        placed.add(new Placed(turned("upper ring", ring(0.78, 0.36, 0.055), 1), Matrix.IDENTITY));
        placed.add(new Placed(turned("lower ring", ring(-0.78, 0.36, 0.055), 1), Matrix.IDENTITY));
        placed.add(new Placed(turned("knob", ring(0.94, 0.05, 0.05), 1), Matrix.IDENTITY));
        placed.add(new Placed(turned("tassel", new double[][]{{0.001, -0.83}, {0.05, -0.86}, {0.035, -0.95},
                {0.07, -1.05}, {0.11, -1.45}, {0.001, -1.45}}, 2), Matrix.IDENTITY));
        Material paper = Material.plain("paper", new float[]{1, 1, 1, 1}, 0, 0.75f).withBaseColor(TextureUse.of(0));
        return new Scene(placed, List.of(paper, Material.plain("brass", new float[]{0.83f, 0.62f, 0.24f, 1}, 1, 0.28f),
                Material.plain("silk", new float[]{0.62f, 0.05f, 0.06f, 1}, 0, 0.55f)),
                List.of(new Picture("checks", "image/png", Models.checks(512))), Facts.made("glb"));
    }

    /** A ball somewhat flattened, with ribs. */
    private static double[][] paper(int rows) {
        double[][] profile = new double[rows + 1][];
        for (int i = 0; i <= rows; i++) {
            double t = (double) i / rows;
            double y = 0.78 - 1.56 * t;
            double rib = 0.022 * Math.abs(Math.sin(t * Math.PI * 10));
            profile[i] = new double[]{0.34 + 0.66 * Math.sqrt(Math.max(0, 1 - Math.pow(y / 0.8, 2))) + rib, y};
        }
        return profile;
    }

    private static double[][] ring(double y, double radius, double thick) {
        double[][] profile = new double[25][];
        for (int i = 0; i <= 24; i++) {
            double around = 2 * Math.PI * i / 24 + Math.PI / 2;
            profile[i] = new double[]{Math.max(0.001, radius + thick * Math.sin(around)), y + thick * Math.cos(around)};
        }
        return profile;
    }

    /** @param profile distance from the axis, and height; from above to below outside */
    private static Shape turned(String name, double[][] profile, int material) {
        int rows = profile.length - 1;
        int across = COLUMNS + 1;
        float[] p = new float[profile.length * across * 3];
        float[] n = new float[p.length];
        float[] uv = new float[profile.length * across * 2];
        for (int row = 0; row <= rows; row++) {
            double[] before = profile[Math.max(0, row - 1)];
            double[] after = profile[Math.min(rows, row + 1)];
            double out = before[1] - after[1];
            double up = after[0] - before[0];
            double length = Math.max(1e-9, Math.hypot(out, up));
            for (int column = 0; column <= COLUMNS; column++) {
                int v = row * across + column;
                double round = 2 * Math.PI * (column % COLUMNS) / COLUMNS;
                p[v * 3] = (float) (profile[row][0] * Math.sin(round));
                p[v * 3 + 1] = (float) profile[row][1];
                p[v * 3 + 2] = (float) (profile[row][0] * Math.cos(round));
                n[v * 3] = (float) (out / length * Math.sin(round));
                n[v * 3 + 1] = (float) (up / length);
                n[v * 3 + 2] = (float) (out / length * Math.cos(round));
                uv[v * 2] = (float) column / COLUMNS;
                uv[v * 2 + 1] = (float) row / rows;
            }
        }
        return Shape.of(name, p, n, List.of(uv), null, Models.grid(rows, COLUMNS), material);
    }
}
