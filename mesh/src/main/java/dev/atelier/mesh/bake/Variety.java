package dev.atelier.mesh.bake;

import java.util.Arrays;

import dev.atelier.mesh.picture.Texels;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.surface.Point;

/** A baked picture of one colour is right only where what it met of the fine model has one: a blank bake is not let through. */
final class Variety {

    private static final int DIFFERENT = 24;

    private Variety() {
    }

    /** @param layout what of the picture was baked @throws RefusedModel OUTPUT_INVALID */
    static void check(MapKind kind, Picture baked, Layout layout, Detail detail) {
        Texels texels = Texels.of(baked);
        if (texels.width() != layout.size || texels.height() != layout.size) {
            throw new RefusedModel(Problem.OUTPUT_INVALID, "the baked picture has not the size asked for");
        }
        boolean compared = kind == MapKind.BASE_COLOR || kind == MapKind.METALLIC_ROUGHNESS
                || kind == MapKind.EMISSIVE;
        if (compared && range(texels.argb(), layout.owners) == 0 && variety(kind, detail, layout.met) > DIFFERENT) {
            throw new RefusedModel(Problem.OUTPUT_INVALID, "the baked " + kind.word()
                    + " has one colour only, though what it was baked from has many");
        }
    }

    private static int range(int[] argb, int[] owners) {
        int[] span = {255, 0, 255, 0, 255, 0};
        for (int i = 0; i < argb.length; i++) {
            if (owners == null || owners[i] > 0) {
                for (int k = 0; k < 3; k++) {
                    int channel = argb[i] >> 8 * k & 255;
                    span[k * 2] = Math.min(span[k * 2], channel);
                    span[k * 2 + 1] = Math.max(span[k * 2 + 1], channel);
                }
            }
        }
        return Math.max(span[1] - span[0], Math.max(span[3] - span[2], span[5] - span[4]));
    }

    private static int variety(MapKind kind, Detail detail, int[] met) {
        int[] leaves = Arrays.stream(met).filter(each -> each > 0).distinct().toArray();
        int[] seen = new int[leaves.length];
        Coding coding = new Coding(detail.glow());
        Point point = new Point();
        for (int i = 0; i < leaves.length; i++) {
            seen[i] = coding.of(kind, detail.look(point, leaves[i] - 1, 1 / 3f, 1 / 3f, 1 / 3f, 0), point);
        }
        return range(seen, null);
    }
}
