package dev.atelier.mesh.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.TextureUse;

/** Materials, textures and pictures of a .glb, each written when a shape first needs it. */
final class MaterialJson {

    private final Scene scene;
    private final ObjectNode root;
    private final Bin bin;
    private final ArrayNode materials;
    private final ArrayNode textures;
    private final ArrayNode images;
    private final ArrayNode samplers;
    private final Map<Integer, Integer> written = new HashMap<>();
    private final Map<Integer, Integer> pictures = new HashMap<>();
    private final Set<String> extensions = new TreeSet<>();

    MaterialJson(Scene scene, ObjectNode root, Bin bin) {
        this.scene = scene;
        this.root = root;
        this.bin = bin;
        materials = root.putArray("materials");
        textures = root.putArray("textures");
        images = root.putArray("images");
        samplers = root.putArray("samplers");
    }

    /** @return its index in the file; -1 for none */
    int index(int material) {
        if (material < 0) {
            return -1;
        }
        Integer known = written.get(material);
        if (known != null) {
            return known;
        }
        written.put(material, materials.size());
        write(scene.materials().get(material), materials.addObject());
        return written.get(material);
    }

    private void write(Material material, ObjectNode json) {
        json.put("name", material.name()).put("alphaMode", material.alphaMode()).put("doubleSided",
                material.doubleSided());
        if ("MASK".equals(material.alphaMode())) {
            json.put("alphaCutoff", material.alphaCutoff());
        }
        ObjectNode surface = json.putObject("pbrMetallicRoughness").put("metallicFactor", material.metallic())
                .put("roughnessFactor", material.roughness());
        numbers(surface.putArray("baseColorFactor"), material.baseColor(), 1);
        texture(surface, "baseColorTexture", material.baseColorTexture(), null);
        texture(surface, "metallicRoughnessTexture", material.metallicRoughnessTexture(), null);
        texture(json, "normalTexture", material.normalTexture(), "scale");
        texture(json, "occlusionTexture", material.occlusionTexture(), "strength");
        texture(json, "emissiveTexture", material.emissiveTexture(), null);
        emissive(material, json);
        if (material.unlit()) {
            json.withObjectProperty("extensions").putObject("KHR_materials_unlit");
            uses("KHR_materials_unlit");
        }
    }

    private void emissive(Material material, ObjectNode json) {
        float most = Math.max(material.emissive()[0], Math.max(material.emissive()[1], material.emissive()[2]));
        numbers(json.putArray("emissiveFactor"), material.emissive(), Math.max(1, most));
        if (most > 1) {
            json.withObjectProperty("extensions").putObject("KHR_materials_emissive_strength").put("emissiveStrength",
                    most);
            uses("KHR_materials_emissive_strength");
        }
    }

    private static void numbers(ArrayNode list, float[] values, float divisor) {
        for (float value : values) {
            list.add(value / divisor);
        }
    }

    private void texture(ObjectNode owner, String field, TextureUse use, String strength) {
        if (use == null) {
            return;
        }
        ObjectNode info = owner.putObject(field).put("index", textures.size());
        samplers.addObject().put("wrapS", use.wrapS()).put("wrapT", use.wrapT());
        ObjectNode texture = textures.addObject().put("sampler", samplers.size() - 1);
        source(texture, use.picture());
        if (use.uv() != 0) {
            info.put("texCoord", use.uv());
        }
        if (strength != null && use.strength() != 1) {
            info.put(strength, use.strength());
        }
        if (use.isPlaced()) {
            float[] placed = use.placement();
            ObjectNode placing = info.putObject("extensions").putObject("KHR_texture_transform");
            placing.putArray("offset").add(placed[0]).add(placed[1]);
            placing.put("rotation", placed[2]).putArray("scale").add(placed[3]).add(placed[4]);
            uses("KHR_texture_transform");
        }
    }

    private void source(ObjectNode texture, int picture) {
        Picture content = scene.pictures().get(picture);
        int index = pictures.computeIfAbsent(picture, ignored -> {
            images.addObject().put("name", content.name()).put("mimeType", content.mimeType()).put("bufferView",
                    bin.view(content.bytes(), 0));
            return images.size() - 1;
        });
        String extension = switch (content.mimeType()) {
            case "image/webp" -> "EXT_texture_webp";
            case "image/ktx2" -> "KHR_texture_basisu";
            default -> null;
        };
        if (extension == null) {
            texture.put("source", index);
        } else {
            texture.putObject("extensions").putObject(extension).put("source", index);
            uses(extension);
        }
    }

    private void uses(String extension) {
        if (extensions.add(extension)) {
            ArrayNode used = root.putArray("extensionsUsed");
            extensions.forEach(used::add);
        }
    }
}
