package dev.atelier.mesh.write;

import java.util.List;
import java.util.Map;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.TextureUse;

/** Materials as UsdPreviewSurface. Each distinct way to lay a picture on gets coordinates of its own: st, st1 … */
final class UsdMaterials {

    private final Scene scene;
    private final StringBuilder usda;
    private final Map<Integer, Picture> pictures;

    UsdMaterials(Scene scene, StringBuilder usda, Map<Integer, Picture> pictures) {
        this.scene = scene;
        this.usda = usda;
        this.pictures = pictures;
    }

    static String name(int material) {
        return material < 0 ? "Default" : "Material_" + material;
    }

    static List<TextureUse> coordinates(Material material) {
        return WritingUsdz.distinct(material.textures().values());
    }

    static String coordinate(Material material, TextureUse use) {
        List<TextureUse> all = coordinates(material);
        for (int i = 0; i < all.size(); i++) {
            if (WritingUsdz.same(all.get(i), use)) {
                return i == 0 ? "st" : "st" + i;
            }
        }
        throw new IllegalStateException("not of this material");
    }

    void write(int index) {
        Material m = index < 0 ? Material.DEFAULT : scene.materials().get(index);
        String path = "/Model/Materials/" + name(index);
        line(8, "def Material \"" + name(index) + "\"");
        line(8, "{");
        line(12, "token outputs:surface.connect = <" + path + "/Surface.outputs:surface>");
        line(12, "def Shader \"Surface\"");
        line(12, "{");
        line(16, "uniform token info:id = \"UsdPreviewSurface\"");
        surface(m, path);
        line(16, "token outputs:surface");
        line(12, "}");
        readers(m);
        texture(m, path, "BaseColor", m.baseColorTexture(), "sRGB", tuple(m.baseColor()), null);
        float rough = m.roughness();
        float metal = m.metallic();
        texture(m, path, "MetallicRoughness", m.metallicRoughnessTexture(), "raw",
                "(1, " + rough + ", " + metal + ", 1)", null);
        texture(m, path, "Normal", m.normalTexture(), "raw", "(2, 2, 2, 1)", "(-1, -1, -1, 0)");
        texture(m, path, "Occlusion", m.occlusionTexture(), "raw", null, null);
        texture(m, path, "Emissive", m.emissiveTexture(), "sRGB", tuple(m.emissive()), null);
        line(8, "}");
    }

    private void surface(Material m, String path) {
        input("color3f", m.unlit() ? "emissiveColor" : "diffuseColor", m.baseColorTexture(),
                path + "/BaseColor.outputs:rgb", rgb(m.baseColor()));
        if (!m.unlit()) {
            input("color3f", "emissiveColor", m.emissiveTexture(), path + "/Emissive.outputs:rgb", rgb(m.emissive()));
            input("float", "metallic", m.metallicRoughnessTexture(), path + "/MetallicRoughness.outputs:b",
                    Float.toString(m.metallic()));
            input("float", "roughness", m.metallicRoughnessTexture(), path + "/MetallicRoughness.outputs:g",
                    Float.toString(m.roughness()));
            input("float", "occlusion", m.occlusionTexture(), path + "/Occlusion.outputs:r", "1");
            if (m.normalTexture() != null) {
                input("normal3f", "normal", m.normalTexture(), path + "/Normal.outputs:rgb", "");
            }
        } else {
            line(16, "color3f inputs:diffuseColor = (0, 0, 0)");
        }
        if (!"OPAQUE".equals(m.alphaMode())) {
            input("float", "opacity", m.baseColorTexture(), path + "/BaseColor.outputs:a",
                    Float.toString(m.baseColor()[3]));
        }
        if ("MASK".equals(m.alphaMode())) {
            line(16, "float inputs:opacityThreshold = " + m.alphaCutoff());
        }
    }

    private void input(String type, String name, TextureUse use, String source, String value) {
        line(16, use == null
                ? type + " inputs:" + name + " = " + value
                : type + " inputs:" + name + ".connect = <" + source + ">");
    }

    private void readers(Material m) {
        for (TextureUse use : coordinates(m)) {
            String st = coordinate(m, use);
            line(12, "def Shader \"Read_" + st + "\"");
            line(12, "{");
            line(16, "uniform token info:id = \"UsdPrimvarReader_float2\"");
            line(16, "string inputs:varname = \"" + st + "\"");
            line(16, "float2 outputs:result");
            line(12, "}");
        }
    }

    private void texture(Material m, String path, String name, TextureUse use, String space, String scale,
            String bias) {
        if (use == null) {
            return;
        }
        Picture picture = Pictures.plain(scene, use.picture());
        pictures.put(use.picture(), picture);
        line(12, "def Shader \"" + name + "\"");
        line(12, "{");
        line(16, "uniform token info:id = \"UsdUVTexture\"");
        line(16, "asset inputs:file = @" + Pictures.file(picture, use.picture()) + "@");
        line(16, "token inputs:sourceColorSpace = \"" + space + "\"");
        line(16, "float2 inputs:st.connect = <" + path + "/Read_" + coordinate(m, use) + ".outputs:result>");
        line(16, "token inputs:wrapS = \"" + wrap(use.wrapS()) + "\"");
        line(16, "token inputs:wrapT = \"" + wrap(use.wrapT()) + "\"");
        if (scale != null) {
            line(16, "float4 inputs:scale = " + scale);
        }
        if (bias != null) {
            line(16, "float4 inputs:bias = " + bias);
        }
        line(16, "float outputs:r");
        line(16, "float outputs:g");
        line(16, "float outputs:b");
        line(16, "float outputs:a");
        line(16, "float3 outputs:rgb");
        line(12, "}");
    }

    private static String wrap(int how) {
        return how == 33071 ? "clamp" : how == 33648 ? "mirror" : "repeat";
    }

    private static String rgb(float[] c) {
        return "(" + c[0] + ", " + c[1] + ", " + c[2] + ")";
    }

    private static String tuple(float[] c) {
        return "(" + c[0] + ", " + c[1] + ", " + c[2] + ", " + (c.length > 3 ? c[3] : 1) + ")";
    }

    private void line(int indent, String text) {
        usda.append(" ".repeat(indent)).append(text).append('\n');
    }
}
