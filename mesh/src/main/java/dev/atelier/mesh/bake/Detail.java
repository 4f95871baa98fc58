package dev.atelier.mesh.bake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.atelier.mesh.measure.Boxes;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.surface.Opened;
import dev.atelier.mesh.surface.Point;
import dev.atelier.mesh.surface.Surface;

/** The fine model that is baked from: its triangles in a tree, and what covers them. Many threads may look. */
final class Detail {

    final Tree tree;
    final double diagonal;
    private final List<Surface> surfaces = new ArrayList<>();
    private final int[] starts;

    Detail(Scene scene) {
        scene.withFaces("the model that is baked from");
        Opened opened = new Opened(scene);
        List<Placed> solid = scene.placed().stream().filter(each -> each.shape().faceCount() > 0).toList();
        solid.forEach(each -> surfaces.add(new Surface(each, opened.look(each.shape()))));
        diagonal = Boxes.of(solid).diagonal();
        starts = new int[surfaces.size()];
        float[] corners = new float[Math.toIntExact(scene.faceCount() * 9)];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at / 9;
            for (int vertex : surfaces.get(i).triangles) {
                System.arraycopy(surfaces.get(i).positions, vertex * 3, corners, at, 3);
                at += 3;
            }
        }
        tree = new Tree(corners);
    }

    /** @param leaf a triangle in the tree's order @param texel the area that one texel of the picture covers */
    Surface look(Point p, int leaf, float wa, float wb, float wc, float texel) {
        int triangle = tree.order[leaf];
        int found = Arrays.binarySearch(starts, triangle);
        int which = found < 0 ? -found - 2 : found;
        Surface surface = surfaces.get(which);
        surface.face(p, triangle - starts[which], Math.max(1e-6f, area(leaf * 9) / Math.max(1e-30f, texel)));
        p.weigh(wa, wb, wc);
        return surface;
    }

    private float area(int at) {
        float[] t = tree.corners;
        float ux = t[at + 3] - t[at];
        float uy = t[at + 4] - t[at + 1];
        float uz = t[at + 5] - t[at + 2];
        float vx = t[at + 6] - t[at];
        float vy = t[at + 7] - t[at + 1];
        float vz = t[at + 8] - t[at + 2];
        float x = uy * vz - uz * vy;
        float y = uz * vx - ux * vz;
        float z = ux * vy - uy * vx;
        return (float) Math.sqrt(x * x + y * y + z * z) / 2;
    }

    boolean glows() {
        float[] glow = glow();
        return glow[0] + glow[1] + glow[2] > 0;
    }

    /** The most that anything shines, for each colour: what a white texel of the baked picture stands for. */
    float[] glow() {
        float[] most = new float[3];
        for (Surface each : surfaces) {
            for (int k = 0; k < 3; k++) {
                most[k] = Math.max(most[k], each.material.emissive()[k]);
            }
        }
        return most;
    }
}
