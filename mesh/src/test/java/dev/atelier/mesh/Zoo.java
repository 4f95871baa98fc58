package dev.atelier.mesh;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.atelier.mesh.bake.Baking;
import dev.atelier.mesh.bake.MapKind;
import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** Models, each odd in its own way. */
public final class Zoo {

    private static final double[] UPRIGHT = {0, 0, 0, 1};
    private static final Shape BALL = Models.ball(12, 24, 0.1);

    private Zoo() {
    }

    public static Map<String, Scene> all() {
        Map<String, Scene> zoo = new LinkedHashMap<>();
        zoo.put("cube", Models.scene(Models.cube()));
        zoo.put("ball", Models.scene(BALL));
        zoo.put("painted", Models.painted(12, 24));
        zoo.put("no-normals", Models.scene(with(BALL, null, BALL.uvs(), null)));
        zoo.put("no-uvs", Models.scene(with(BALL, BALL.normals(), List.of(), null)));
        zoo.put("two-uv-sets", Models.scene(with(BALL, BALL.normals(), List.of(BALL.uvs().get(0),
                BALL.uvs().get(0)), null)));
        zoo.put("vertex-colors", Models.scene(with(BALL, BALL.normals(), List.of(), colors(BALL.vertexCount()))));
        zoo.put("mirrored", placed(BALL, Matrix.of(new double[3], UPRIGHT, new double[]{-1, 1, 1})));
        zoo.put("tiny", placed(BALL, Matrix.of(new double[3], UPRIGHT, new double[]{1e-5, 1e-5, 1e-5})));
        zoo.put("huge", placed(BALL, Matrix.of(new double[]{3e5, 0, 0}, UPRIGHT, new double[]{1e5, 1e5, 1e5})));
        zoo.put("turned", placed(BALL, Matrix.of(new double[]{1, 2, 3}, new double[]{0.5, 0.5, 0.5, 0.5},
                new double[]{1, 3, 1})));
        zoo.put("herd", herd());
        zoo.put("many-materials", manyMaterials());
        zoo.put("open", Models.scene(cut(Models.cube(), 6)));
        zoo.put("flat-faces", Models.scene(more(Models.cube(), 9)));
        zoo.put("one-triangle", Models.scene(cut(Models.cube(), 33)));
        zoo.put("see-through", dressed("BLEND", new float[]{1, 0.5f, 0.2f, 0.4f}, false));
        zoo.put("cut-out", dressed("MASK", new float[]{1, 1, 1, 1}, false));
        zoo.put("unlit", dressed("OPAQUE", new float[]{0.3f, 0.6f, 1, 1}, true));
        zoo.put("all-maps", allMaps());
        zoo.put("baked", Baking.bake(allMaps(), Models.scene(Models.ball(6, 12, 0)), new Baking.Wanted(
                EnumSet.allOf(MapKind.class), 32, 2, 4), percent -> {
                }).scene());
        return zoo;
    }

    private static Shape with(Shape s, float[] normals, List<float[]> uvs, float[] colors) {
        return Shape.of(s.name(), s.positions(), normals, uvs, colors, s.triangles(), s.material());
    }

    private static Shape cut(Shape s, int corners) {
        return Shape.of("cut", s.positions(), null, List.of(), null,
                Arrays.copyOf(s.triangles(), s.triangles().length - corners), -1);
    }

    /** Faces whose corners are all the same. */
    private static Shape more(Shape s, int corners) {
        return Shape.of("more", s.positions(), null, List.of(), null,
                Arrays.copyOf(s.triangles(), s.triangles().length + corners), -1);
    }

    private static float[] colors(int vertices) {
        float[] rgba = new float[vertices * 4];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = i % 4 == 3 ? 1 : i * 7 % 100 / 100f;
        }
        return rgba;
    }

    private static Scene placed(Shape shape, Matrix world) {
        Scene plain = Models.scene(shape);
        return new Scene(List.of(new Placed(shape, world)), plain.materials(), List.of(), plain.facts());
    }

    private static Scene herd() {
        Scene plain = Models.scene(BALL);
        return new Scene(IntStream.range(0, 9).mapToObj(i -> new Placed(BALL,
                Matrix.of(new double[]{i % 3 * 3, 0, i / 3 * 3}, UPRIGHT, new double[]{1, 1 + i / 9.0, 1}))).toList(),
                plain.materials(), List.of(), plain.facts());
    }

    private static Scene manyMaterials() {
        List<Placed> placed = IntStream.range(0, 12).mapToObj(i -> new Placed(
                Shape.of("part-" + i, BALL.positions(), BALL.normals(), BALL.uvs(), null, BALL.triangles(), i),
                Matrix.of(new double[]{i * 2.5, 0, 0}, UPRIGHT, new double[]{1, 1, 1}))).toList();
        List<Material> materials = IntStream.range(0, 14).mapToObj(i -> Material.plain("colour " + i,
                new float[]{i / 14f, 1 - i / 14f, 0.5f, 1}, i % 2, i / 14f)).toList();
        return new Scene(placed, materials, List.of(), Facts.made("glb"));
    }

    private static Scene dressed(String alphaMode, float[] color, boolean unlit) {
        Material material = new Material("odd", color, 0, 0.4f, new float[]{0, 0, 0}, alphaMode, 0.5f, true, unlit,
                TextureUse.of(0), null, null, null, null);
        return new Scene(List.of(new Placed(BALL, Matrix.IDENTITY)), List.of(material),
                List.of(new Picture("checks", "image/png", Models.checks(64))), Facts.made("glb"));
    }

    private static Scene allMaps() {
        TextureUse moved = new TextureUse(0, 0, 1, new float[]{0.1f, 0.2f, 0.3f, 2, 3}, 33648, 10497);
        Material material = new Material("rich", new float[]{1, 1, 1, 1}, 1, 1, new float[]{2, 1, 0.5f}, "OPAQUE",
                0.5f, false, false, moved, TextureUse.of(1), TextureUse.of(2), TextureUse.of(1), TextureUse.of(0));
        Picture checks = new Picture("checks", "image/png", Models.checks(64));
        return new Scene(List.of(new Placed(BALL, Matrix.IDENTITY)), List.of(material), List.of(checks, checks, checks),
                Facts.made("glb"));
    }
}
