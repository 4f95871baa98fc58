package dev.atelier.mesh.bake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/**
 * Carries what a fine model shows over to pictures on a coarse one that lies in the same place. Each material of the
 * coarse one gets its own pictures, in the first set of coordinates; a shape shown more than once is baked where it is
 * shown first.
 */
public final class Baking {

    public static final int SMALLEST = 16;
    public static final int LARGEST = 4096;
    private static final long MOST_TEXELS = 300_000_000L;

    private final Detail detail;
    private final Wanted wanted;
    private final Set<MapKind> maps;
    private final List<Material> materials;
    private final List<Picture> pictures;
    private long covered;
    private long twice;
    private int atlases;
    private float farthest;

    /**
     * @param size of the pictures, texels a side
     * @param margin texels that the rim of each island is carried on for
     * @param samples rays a texel for AO
     */
    public record Wanted(Set<MapKind> maps, int size, int margin, int samples) {
    }

    /**
     * @param leftOut asked for, and nothing of the kind is on the fine model
     * @param covered the part of the pictures that faces lie on
     * @param overlap the part of that on which more than one face lies: there only one of them is right
     * @param farthest the longest way from the coarse to the fine surface, as a part of the model's size
     */
    public record Made(Scene scene, Set<MapKind> baked, Set<MapKind> leftOut, double covered, double overlap,
            double farthest) {
    }

    private Baking(Scene fine, Scene coarse, Wanted wanted) {
        this.detail = new Detail(fine);
        this.wanted = wanted;
        this.maps = EnumSet.copyOf(wanted.maps());
        if (!detail.glows()) {
            maps.remove(MapKind.EMISSIVE);
        }
        this.materials = new ArrayList<>(coarse.materials());
        this.pictures = new ArrayList<>(coarse.pictures());
    }

    /** @param percent told now and then, 0 to 100 @throws RefusedModel NO_UV, NOT_A_MESH, PAYLOAD_TOO_LARGE, OUTPUT_INVALID */
    public static Made bake(Scene fine, Scene coarse, Wanted wanted, IntConsumer percent) {
        coarse.withFaces("the model that is baked to");
        coarse.placed().forEach(each -> withCoordinates(each.shape()));
        return new Baking(fine, coarse, wanted).bake(coarse, percent);
    }

    private static void withCoordinates(Shape shape) {
        if (shape.faceCount() > 0 && !shape.hasUv(0)) {
            throw new RefusedModel(Problem.NO_UV, "the shape " + shape.name() + " has no texture coordinates, so no"
                    + " picture can lie on it: unwrap it first, or simplify a model that has some, which keeps them");
        }
    }

    private Made bake(Scene coarse, IntConsumer percent) {
        List<Placed> solid = coarse.placed().stream().filter(each -> each.shape().faceCount() > 0).toList();
        Map<Integer, Map<Shape, Matrix>> groups = new LinkedHashMap<>();
        solid.forEach(each -> groups.computeIfAbsent(each.shape().material(), ignored -> new LinkedHashMap<>())
                .putIfAbsent(each.shape(), each.world()));
        affordable(groups.size());
        AtomicLong rows = new AtomicLong();
        long all = (long) groups.size() * (wanted.size() + (long) Atlas.sizeOf(MapKind.AO, wanted.size()));
        Map<Shape, Shape> made = new HashMap<>();
        groups.forEach((material, shapes) -> made.putAll(dressed(material, shapes,
                () -> percent.accept((int) (rows.incrementAndGet() * 100 / all)))));
        if (covered == 0 && !maps.isEmpty()) {
            throw new RefusedModel(Problem.NO_UV, "the texture coordinates cover nothing of a picture: unwrap the"
                    + " model first");
        }
        Scene scene = new Scene(
                solid.stream().map(each -> new Placed(made.getOrDefault(each.shape(), each.shape()), each.world()))
                        .toList(),
                List.copyOf(materials), List.copyOf(pictures), coarse.facts());
        Set<MapKind> leftOut = EnumSet.copyOf(wanted.maps());
        leftOut.removeAll(maps);
        return new Made(scene, maps, leftOut, (double) covered / atlases / wanted.size() / wanted.size(),
                covered == 0 ? 0 : (double) twice / covered, Math.sqrt(farthest) / detail.diagonal);
    }

    private void affordable(int groups) {
        if ((long) groups * maps.size() * wanted.size() * wanted.size() > MOST_TEXELS) {
            throw RefusedModel.tooLarge(groups + " materials with " + maps.size() + " maps of " + wanted.size()
                    + " texels a side are more than " + MOST_TEXELS + " texels: ask for a smaller size or fewer maps");
        }
    }

    /** @return what each shape becomes; those that cover nothing of a picture stay as they are */
    private Map<Shape, Shape> dressed(int material, Map<Shape, Matrix> shapes, Runnable rowDone) {
        Material worn = material < 0
                ? Material.plain("baked", new float[]{1, 1, 1, 1}, 0, 0.8f)
                : materials.get(material);
        TextureUse placement = Coordinates.placement(worn, shapes.keySet());
        Map<Shape, Target> targets = new LinkedHashMap<>();
        shapes.forEach((shape, world) -> targets.put(shape,
                new Target(Framed.of(Coordinates.placed(shape, placement)), world)));
        Atlas atlas = new Atlas(detail, List.copyOf(targets.values()), wanted, rowDone);
        Map<MapKind, Picture> baked = atlas.bake(maps, !"OPAQUE".equals(worn.alphaMode()));
        atlases++;
        if (atlas.covered == 0) {
            return Map.of();
        }
        covered += atlas.covered;
        twice += atlas.twice;
        farthest = Math.max(farthest, atlas.farthest);
        int index = wear(material, Coordinates.placed(worn, placement), baked);
        Map<Shape, Shape> dressed = new HashMap<>();
        targets.forEach((shape, target) -> dressed.put(shape, target.shape.dressed(target.shape.normals(),
                target.shape.tangents(), index)));
        return dressed;
    }

    /** @return the place of the material that shows the pictures */
    private int wear(int material, Material worn, Map<MapKind, Picture> baked) {
        Material dressed = worn;
        for (Map.Entry<MapKind, Picture> each : baked.entrySet()) {
            dressed = each.getKey().on(dressed, pictures.size(), detail.glow());
            pictures.add(each.getValue());
        }
        if (material >= 0) {
            materials.set(material, dressed);
            return material;
        }
        materials.add(dressed);
        return materials.size() - 1;
    }
}
