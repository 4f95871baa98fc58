package dev.atelier.mesh.gltf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.TextureUse;

/** Materials and the pictures they look at. */
final class Materials {

    private final Document document;
    private final Buffers buffers;

    Materials(Document document, Buffers buffers) {
        this.document = document;
        this.buffers = buffers;
    }

    List<Material> materials() {
        List<Material> materials = new ArrayList<>();
        for (int i = 0; i < document.count("materials"); i++) {
            materials.add(material(document.at("materials", i), i));
        }
        return List.copyOf(materials);
    }

    private Material material(JsonNode material, int index) {
        JsonNode surface = material.path("pbrMetallicRoughness");
        return new Material(material.path("name").asText("material-" + index),
                floats(Document.numbers(surface, "baseColorFactor", 1, 1, 1, 1)),
                (float) surface.path("metallicFactor").asDouble(1), (float) surface.path("roughnessFactor").asDouble(1),
                emissive(material), material.path("alphaMode").asText("OPAQUE"),
                (float) material.path("alphaCutoff").asDouble(0.5), material.path("doubleSided").asBoolean(),
                material.path("extensions").has("KHR_materials_unlit"), use(surface, "baseColorTexture", ""),
                use(surface, "metallicRoughnessTexture", ""), use(material, "normalTexture", "scale"),
                use(material, "occlusionTexture", "strength"), use(material, "emissiveTexture", ""));
    }

    private static float[] emissive(JsonNode material) {
        float[] factor = floats(Document.numbers(material, "emissiveFactor", 0, 0, 0));
        float strength = (float) material.path("extensions").path("KHR_materials_emissive_strength")
                .path("emissiveStrength").asDouble(1);
        for (int i = 0; i < 3; i++) {
            factor[i] *= strength;
        }
        return factor;
    }

    private TextureUse use(JsonNode owner, String field, String strength) {
        JsonNode info = owner.path(field);
        if (info.isMissingNode()) {
            return null;
        }
        JsonNode texture = document.at("textures", Document.index(info, "index"));
        int picture = source(texture);
        if (picture < 0) {
            return null;
        }
        document.at("images", picture);
        JsonNode placing = info.path("extensions").path("KHR_texture_transform");
        int sampler = Document.index(texture, "sampler");
        JsonNode wrap = sampler < 0 ? texture.path("none") : document.at("samplers", sampler);
        int uv = placing.path("texCoord").asInt(info.path("texCoord").asInt(0));
        return new TextureUse(picture, Math.max(0, uv), (float) info.path(strength).asDouble(1), placement(placing),
                wrap.path("wrapS").asInt(10497), wrap.path("wrapT").asInt(10497));
    }

    /** The picture everybody can read comes before the ones of extensions. */
    private static int source(JsonNode texture) {
        int plain = Document.index(texture, "source");
        for (String extension : new String[]{"EXT_texture_webp", "KHR_texture_basisu"}) {
            if (plain < 0 && texture.path("extensions").has(extension)) {
                plain = Document.index(texture.path("extensions").path(extension), "source");
            }
        }
        return plain;
    }

    private static float[] placement(JsonNode placing) {
        double[] offset = Document.numbers(placing, "offset", 0, 0);
        double[] scale = Document.numbers(placing, "scale", 1, 1);
        return new float[]{(float) offset[0], (float) offset[1], (float) placing.path("rotation").asDouble(0),
                (float) scale[0], (float) scale[1]};
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < document.count("images"); i++) {
            JsonNode image = document.at("images", i);
            byte[] bytes = image.has("uri")
                    ? Buffers.dataUri(image.path("uri").asText())
                    : bytes(buffers.view(Document.index(image, "bufferView")));
            pictures.add(new Picture(image.path("name").asText("image-" + i), PictureType.of(bytes), bytes));
        }
        return List.copyOf(pictures);
    }

    private static byte[] bytes(ByteBuffer view) {
        byte[] bytes = new byte[view.limit()];
        view.get(0, bytes);
        return bytes;
    }
}
