package dev.atelier.mesh.measure;

import java.util.List;

import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;

/** Measures a scene: half a million triangles in less than a second. */
public final class MeasuringScenes {

    private MeasuringScenes() {
    }

    public static Metrics measure(Scene scene) {
        List<Placed> all = scene.placed();
        Facts facts = scene.facts();
        Metrics.Box box = Boxes.of(all);
        long faces = scene.faceCount();
        Surface surface = faces == 0 ? null : new Surface(all, box);
        boolean tight = surface != null && surface.watertight();
        return new Metrics(facts.format(), all.stream().mapToLong(each -> each.shape().vertexCount()).sum(), faces,
                all.stream().map(Placed::shape).distinct().mapToLong(Shape::faceCount).sum(),
                elements(all, 0, 0), elements(all, 1, 3), all.size(), materials(all), uvMaps(all), box,
                !facts.ngons() && all.stream().allMatch(each -> each.shape().topology().hasFaces()),
                surface == null ? null : tight, surface == null ? null : surface.edges(),
                surface == null ? null : surface.area(), tight ? surface.volume() : null, UvRange.outside(all),
                any(all, each -> each.normals() != null), any(all, each -> each.tangents() != null),
                any(all, each -> each.colors() != null),
                all.stream().mapToInt(each -> each.shape().morphTargets()).max().orElse(0),
                (int) all.stream().filter(each -> each.world().determinant() < 0).count(), facts.nodes(),
                facts.skins(), facts.animations(), facts.maxJointInfluences(), TextureFacts.of(scene),
                facts.extensionsUsed(), facts.extensionsRequired());
    }

    private static long elements(List<Placed> all, int from, int to) {
        return all.stream().map(Placed::shape)
                .filter(each -> each.topology().ordinal() >= from && each.topology().ordinal() <= to)
                .mapToLong(Shape::elements).sum();
    }

    private static int materials(List<Placed> all) {
        return (int) all.stream().mapToInt(each -> each.shape().material()).filter(each -> each >= 0).distinct()
                .count();
    }

    private static int uvMaps(List<Placed> all) {
        return all.stream().mapToInt(each -> each.shape().uvs().size()).max().orElse(0);
    }

    private static boolean any(List<Placed> all, java.util.function.Predicate<Shape> has) {
        return all.stream().map(Placed::shape).anyMatch(has);
    }
}
