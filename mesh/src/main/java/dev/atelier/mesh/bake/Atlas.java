package dev.atelier.mesh.bake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.atelier.mesh.picture.Png;
import dev.atelier.mesh.picture.Texels;
import dev.atelier.mesh.scene.Picture;

/** The pictures of one material of the coarse model, while they are baked. */
final class Atlas {

    private final Detail detail;
    private final List<Target> targets;
    private final Baking.Wanted wanted;
    private final Runnable rowDone;
    /** Texels that faces lie on, and those on which more than one does. */
    long covered;
    long twice;
    /** Squared. */
    float farthest;

    Atlas(Detail detail, List<Target> targets, Baking.Wanted wanted, Runnable rowDone) {
        this.detail = detail;
        this.targets = targets;
        this.wanted = wanted;
        this.rowDone = rowDone;
    }

    /** Light changes slowly over a surface, and costs many rays: its picture is baked at half the size, and enlarged. */
    static int sizeOf(MapKind kind, int size) {
        return kind == MapKind.AO && size >= 512 ? size / 2 : size;
    }

    /** @param alpha whether the base colour keeps its opacity */
    Map<MapKind, Picture> bake(Set<MapKind> maps, boolean alpha) {
        Map<MapKind, Picture> baked = new EnumMap<>(MapKind.class);
        List<MapKind> full = maps.stream().filter(each -> sizeOf(each, wanted.size()) == wanted.size()).toList();
        if (!full.isEmpty()) {
            layer(full, wanted.size(), alpha, baked);
        }
        if (full.size() < maps.size()) {
            layer(List.of(MapKind.AO), sizeOf(MapKind.AO, wanted.size()), false, baked);
        }
        return baked;
    }

    private void layer(Collection<MapKind> kinds, int size, boolean alpha, Map<MapKind, Picture> baked) {
        Layout layout = new Layout(size, targets.stream().map(each -> each.shape).toList());
        covered = layout.covered;
        twice = layout.twice;
        if (covered == 0) {
            return;
        }
        Map<MapKind, int[]> texels = new EnumMap<>(MapKind.class);
        kinds.forEach(each -> texels.put(each, new int[size * size]));
        List<Carrying> workers = Rows.each(size,
                () -> new Carrying(detail, targets, layout, texels, wanted.samples()), Carrying::row, rowDone);
        workers.forEach(each -> farthest = Math.max(farthest, each.farthest));
        for (MapKind kind : kinds) {
            Spreading.spread(texels.get(kind), layout.filled(), size, wanted.margin() * size / wanted.size(),
                    kind.empty());
            Texels whole = new Texels(size, size, texels.remove(kind));
            Picture picture = new Picture("baked-" + kind.word(), "image/png",
                    Png.of(enlarged(whole.image(alpha && kind == MapKind.BASE_COLOR), wanted.size())));
            if (size == wanted.size()) {
                Variety.check(kind, picture, layout, detail);
            }
            baked.put(kind, picture);
        }
    }

    private static BufferedImage enlarged(BufferedImage image, int size) {
        if (image.getWidth() == size) {
            return image;
        }
        BufferedImage large = new BufferedImage(size, size, image.getType());
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, size, size, null);
        pen.dispose();
        return large;
    }
}
