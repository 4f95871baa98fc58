package dev.atelier.mesh.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.picture.Srgb;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** A zip of model.obj, model.mtl and textures: the file's units, +Y up, v upwards as OBJ has it. */
public final class WritingObj {

    private final Scene scene;
    private final Map<Integer, Picture> pictures = new TreeMap<>();
    private int vertices;
    private int normals;
    private int uvs;

    private WritingObj(Scene scene) {
        this.scene = scene.withFaces("obj");
    }

    public static byte[] write(Scene scene) {
        return new WritingObj(scene).zip();
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String materials = materials();
            put(zip, "model.obj", geometry().getBytes(StandardCharsets.US_ASCII));
            put(zip, "model.mtl", materials.getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<Integer, Picture> each : pictures.entrySet()) {
                put(zip, Pictures.file(each.getValue(), each.getKey()), each.getValue().bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String geometry() {
        StringBuilder obj = new StringBuilder("# Atelier, Y up\nmtllib model.mtl\n");
        List<Placed> all = InWorld.solid(scene);
        for (int i = 0; i < all.size(); i++) {
            shape(obj, all.get(i), i);
        }
        return obj.toString();
    }

    private void shape(StringBuilder obj, Placed placed, int number) {
        Shape shape = placed.shape();
        InWorld baked = InWorld.of(placed);
        float[] uv = shape.hasUv(0) ? shape.uvs().get(0) : new float[0];
        obj.append("o mesh_").append(number).append('\n');
        rows(obj, "v", baked.positions(), 3);
        for (int i = 0; i < uv.length; i += 2) {
            obj.append("vt ").append(uv[i]).append(' ').append(1 - uv[i + 1]).append('\n');
        }
        rows(obj, "vn", baked.normals() == null ? new float[0] : baked.normals(), 3);
        obj.append("usemtl ").append(name(shape.material())).append('\n');
        int[] t = baked.triangles();
        for (int i = 0; i < t.length; i++) {
            obj.append(i % 3 == 0 ? "f " : " ").append(vertices + t[i] + 1);
            if (uv.length > 0 || baked.normals() != null) {
                obj.append('/').append(uv.length > 0 ? Integer.toString(uvs + t[i] + 1) : "");
            }
            if (baked.normals() != null) {
                obj.append('/').append(normals + t[i] + 1);
            }
            obj.append(i % 3 == 2 ? "\n" : "");
        }
        vertices += shape.vertexCount();
        uvs += uv.length / 2;
        normals += baked.normals() == null ? 0 : shape.vertexCount();
    }

    private static void rows(StringBuilder obj, String word, float[] values, int width) {
        for (int i = 0; i < values.length; i += width) {
            obj.append(word).append(' ').append(values[i]).append(' ').append(values[i + 1]).append(' ')
                    .append(values[i + 2]).append('\n');
        }
    }

    private static String name(int material) {
        return material < 0 ? "default" : "material_" + material;
    }

    private String materials() {
        StringBuilder mtl = new StringBuilder("# Atelier\n");
        TreeSet<Integer> used = new TreeSet<>();
        InWorld.solid(scene).forEach(each -> used.add(each.shape().material()));
        used.forEach(each -> material(mtl, each));
        return mtl.toString();
    }

    private void material(StringBuilder mtl, int index) {
        Material m = index < 0 ? Material.DEFAULT : scene.materials().get(index);
        mtl.append("newmtl ").append(name(index)).append('\n');
        color(mtl, "Kd", m.baseColor());
        color(mtl, "Ke", m.emissive());
        mtl.append("d ").append(m.baseColor()[3]).append("\nPr ").append(m.roughness()).append("\nPm ")
                .append(m.metallic()).append("\nillum 2\n");
        map(mtl, "map_Kd", m.baseColorTexture());
        map(mtl, "map_Ke", m.emissiveTexture());
        map(mtl, "norm", m.normalTexture());
        map(mtl, "map_Pr", m.metallicRoughnessTexture());
    }

    private static void color(StringBuilder mtl, String word, float[] rgb) {
        mtl.append(word);
        for (int k = 0; k < 3; k++) {
            mtl.append(' ').append(Srgb.encoded(rgb[k]) / 255f);
        }
        mtl.append('\n');
    }

    private void map(StringBuilder mtl, String word, TextureUse use) {
        if (use != null) {
            Picture picture = Pictures.plain(scene, use.picture());
            pictures.put(use.picture(), picture);
            mtl.append(word).append(' ').append(Pictures.file(picture, use.picture())).append('\n');
        }
    }
}
