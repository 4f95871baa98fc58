package dev.atelier.mesh.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** A .usdz: model.usda (metres, +Y up) and its textures, stored and aligned. Colours, maps and alpha are kept. */
public final class WritingUsdz {

    private final Scene scene;
    private final StringBuilder usda = new StringBuilder();
    private final Map<Integer, Picture> pictures = new TreeMap<>();

    private WritingUsdz(Scene scene) {
        this.scene = scene.withFaces("usdz");
    }

    public static byte[] write(Scene scene) {
        WritingUsdz writing = new WritingUsdz(scene);
        writing.document();
        StoredZip zip = new StoredZip();
        zip.put("model.usda", writing.usda.toString().getBytes(StandardCharsets.US_ASCII));
        writing.pictures.forEach((index, picture) -> zip.put(Pictures.file(picture, index), picture.bytes()));
        return zip.bytes();
    }

    private void document() {
        usda.append("""
                #usda 1.0
                (
                    defaultPrim = "Model"
                    metersPerUnit = 1
                    upAxis = "Y"
                )

                def Xform "Model" (
                    kind = "component"
                )
                {
                    def Scope "Materials"
                    {
                """);
        List<Placed> all = InWorld.solid(scene);
        TreeSet<Integer> used = new TreeSet<>();
        all.forEach(each -> used.add(each.shape().material()));
        UsdMaterials materials = new UsdMaterials(scene, usda, pictures);
        used.forEach(materials::write);
        usda.append("    }\n");
        for (int i = 0; i < all.size(); i++) {
            mesh(all.get(i), i);
        }
        usda.append("}\n");
    }

    private void mesh(Placed placed, int number) {
        Shape shape = placed.shape();
        InWorld baked = InWorld.of(placed);
        usda.append("    def Mesh \"Mesh_").append(number)
                .append("\" (\n        prepend apiSchemas = [\"MaterialBindingAPI\"]\n    )\n    {\n");
        usda.append("        uniform bool doubleSided = ").append(scene.materialOf(shape).doubleSided() ? 1 : 0)
                .append('\n');
        usda.append("        int[] faceVertexCounts = [");
        for (int i = 0; i < shape.faceCount(); i++) {
            usda.append(i == 0 ? "3" : ",3");
        }
        usda.append("]\n        int[] faceVertexIndices = [");
        for (int i = 0; i < baked.triangles().length; i++) {
            usda.append(i == 0 ? "" : ",").append(baked.triangles()[i]);
        }
        usda.append("]\n");
        tuples("point3f[] points", baked.positions(), 3, "");
        if (baked.normals() != null) {
            tuples("normal3f[] normals", baked.normals(), 3, "vertex");
        }
        if (shape.colors() != null) {
            tuples("color3f[] primvars:displayColor", rgb(shape.colors()), 3, "vertex");
        }
        for (TextureUse use : UsdMaterials.coordinates(scene.materialOf(shape))) {
            if (shape.hasUv(use.uv())) {
                tuples("texCoord2f[] primvars:" + UsdMaterials.coordinate(scene.materialOf(shape), use),
                        upwards(shape.uvs().get(use.uv()), use), 2, "vertex");
            }
        }
        usda.append("        rel material:binding = </Model/Materials/").append(UsdMaterials.name(shape.material()))
                .append(">\n        uniform token subdivisionScheme = \"none\"\n    }\n");
    }

    private void tuples(String what, float[] values, int width, String interpolation) {
        usda.append("        ").append(what).append(" = [");
        for (int i = 0; i < values.length; i += width) {
            usda.append(i == 0 ? "(" : ",(").append(values[i]).append(',').append(values[i + 1]);
            if (width == 3) {
                usda.append(',').append(values[i + 2]);
            }
            usda.append(')');
        }
        usda.append(']');
        if (!interpolation.isEmpty()) {
            usda.append(" (\n            interpolation = \"").append(interpolation).append("\"\n        )");
        }
        usda.append('\n');
    }

    private static float[] rgb(float[] rgba) {
        float[] rgb = new float[rgba.length / 4 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = rgba[i / 3 * 4 + i % 3];
        }
        return rgb;
    }

    /** USD counts v from the bottom; a texture's own placement is worked in. */
    private static float[] upwards(float[] uv, TextureUse use) {
        float[] st = new float[uv.length];
        for (int i = 0; i < uv.length; i += 2) {
            st[i] = use.isPlaced() ? use.u(uv[i], uv[i + 1]) : uv[i];
            st[i + 1] = 1 - (use.isPlaced() ? use.v(uv[i], uv[i + 1]) : uv[i + 1]);
        }
        return st;
    }

    static List<TextureUse> distinct(Iterable<TextureUse> uses) {
        List<TextureUse> distinct = new ArrayList<>();
        for (TextureUse use : uses) {
            if (distinct.stream().noneMatch(each -> same(each, use))) {
                distinct.add(use);
            }
        }
        return distinct;
    }

    static boolean same(TextureUse one, TextureUse other) {
        return one.uv() == other.uv() && java.util.Arrays.equals(one.placement(), other.placement());
    }
}
