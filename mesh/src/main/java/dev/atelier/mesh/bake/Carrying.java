package dev.atelier.mesh.bake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.atelier.mesh.surface.Point;
import dev.atelier.mesh.surface.Surface;

/** Looks up on the fine model what each texel of the pictures shows. For one thread; the pictures are shared. */
final class Carrying {

    /** What is farther away than this part of the model's size shades nothing. */
    private static final float SHADE = 0.25f;
    private static final float OFF = 1e-4f;
    private static final float SLACK = 2e-3f;

    private final Detail detail;
    private final List<Target> targets;
    private final Layout layout;
    private final Map<MapKind, int[]> pictures;
    private final Coding coding;
    private final Nearest nearest;
    private final Rays rays;
    private final Target.Spot spot = new Target.Spot();
    private final Point point = new Point();
    /** Squared. */
    float farthest;

    Carrying(Detail detail, List<Target> targets, Layout layout, Map<MapKind, int[]> pictures, int samples) {
        this.detail = detail;
        this.targets = targets;
        this.layout = layout;
        this.pictures = new EnumMap<>(pictures);
        this.coding = new Coding(detail.glow());
        float size = (float) detail.diagonal;
        nearest = new Nearest(detail.tree, size * SLACK);
        rays = new Rays(detail.tree, samples, size * SHADE, size * OFF);
    }

    void row(int y) {
        int hint = -1;
        for (int texel = y * layout.size; texel < (y + 1) * layout.size; texel++) {
            int owner = layout.owners[texel];
            if (owner > 0) {
                spot(owner - 1, texel);
                nearest.find(spot.at[0], spot.at[1], spot.at[2], spot.normal, hint);
                hint = nearest.triangle;
                layout.met(texel, hint);
                farthest = Math.max(farthest, nearest.distance);
                Surface surface = detail.look(point, nearest.triangle, nearest.wa, nearest.wb, nearest.wc, spot.texel);
                for (Map.Entry<MapKind, int[]> each : pictures.entrySet()) {
                    each.getValue()[texel] = shown(each.getKey(), surface, texel);
                }
            }
        }
    }

    private void spot(int face, int texel) {
        int rest = face;
        for (Target each : targets) {
            if (rest < each.shape.faceCount()) {
                each.at(rest, layout.second[texel], layout.third[texel], layout.size, spot);
                return;
            }
            rest -= each.shape.faceCount();
        }
        throw new IllegalStateException("a texel belongs to no face");
    }

    private int shown(MapKind kind, Surface surface, int texel) {
        return switch (kind) {
            case NORMAL -> {
                surface.normal(point);
                yield 0xff000000 | seen(spot.tangent) << 16 | seen(spot.across) << 8 | seen(spot.normal);
            }
            case AO -> {
                int open = Coding.byteOf(open(surface, texel));
                yield 0xff000000 | open << 16 | open << 8 | open;
            }
            default -> coding.of(kind, surface, point);
        };
    }

    private int seen(float[] axis) {
        float along = axis[0] * point.normal[0] + axis[1] * point.normal[1] + axis[2] * point.normal[2];
        return Coding.byteOf(along * 0.5f + 0.5f);
    }

    private float open(Surface surface, int texel) {
        if (surface.hasOcclusion()) {
            surface.occlusion(point);
            return point.occlusion;
        }
        float side = point.flat[0] * spot.normal[0] + point.flat[1] * spot.normal[1] + point.flat[2] * spot.normal[2];
        for (int k = 0; k < 3 && side < 0; k++) {
            point.flat[k] = -point.flat[k];
        }
        return rays.open(surface.at(point, 0), surface.at(point, 1), surface.at(point, 2), point.flat, texel);
    }
}
