package dev.atelier.activities.mesh;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ModelMeter.Reading;
import dev.atelier.db.asset.ModelTexture;

/** What was measured, as a row of model_assets. */
final class ModelRows {

    private ModelRows() {
    }

    static Reading.Sound sound(JsonNode metrics) {
        String format = metrics.path("format").asText();
        return new Reading.Sound(mime(format), row(format, metrics));
    }

    /**
     * A model in a format that is not read back here, by what it was made from: its check has counted its faces.
     *
     * @param source its metrics
     */
    static ModelAsset converted(String format, JsonNode source) {
        ObjectNode made = source.deepCopy();
        made.put("triangulated", true);
        if ("3mf".equals(format)) {
            return forPrint(made);
        }
        return row(format, made);
    }

    /** Millimetres, Z up, and nothing but a shape. */
    private static ModelAsset forPrint(ObjectNode made) {
        JsonNode box = made.path("box");
        List<String> corners = List.of("min", "max");
        ObjectNode turned = JsonNodeFactory.instance.objectNode();
        for (String corner : box.isObject() ? corners : List.<String>of()) {
            String other = corners.get(1 - corners.indexOf(corner));
            turned.putArray(corner).add(1000 * box.path(corner).path(0).asDouble())
                    .add(-1000 * box.path(other).path(2).asDouble()).add(1000 * box.path(corner).path(1).asDouble());
        }
        return new ModelAsset("3mf", null, made.path("faces").asLong(), 0, 0, true,
                made.path("watertight").isBoolean() ? made.path("watertight").asBoolean() : null,
                box.isObject() ? turned.toString() : null, "millimetre", null, null, List.of());
    }

    static String mime(String format) {
        return switch (format) {
            case "glb" -> "model/gltf-binary";
            case "gltf" -> "model/gltf+json";
            case "fbx" -> "model/vnd.autodesk.fbx";
            default -> "model/" + format;
        };
    }

    private static ModelAsset row(String format, JsonNode m) {
        ObjectNode quality = m.deepCopy();
        quality.remove(List.of("format", "vertices", "faces", "materials", "uvMaps", "box", "triangulated",
                "watertight"));
        return new ModelAsset(format, m.path("vertices").asLong(), m.path("faces").asLong(),
                m.path("materials").asInt(), m.path("uvMaps").asInt(), m.path("triangulated").asBoolean(),
                m.path("watertight").isBoolean() ? m.path("watertight").asBoolean() : null, box(m.path("box")),
                format.startsWith("gl") ? "metre" : null, origin(m.path("box")), quality.toString(), textures(m));
    }

    private static List<ModelTexture> textures(JsonNode metrics) {
        return StreamSupport.stream(metrics.path("textures").spliterator(), false)
                .map(each -> ModelTexture.within(each.path("role").asText(null), each.path("uv").asInt(),
                        each.path("picture").asInt()))
                .distinct().toList();
    }

    private static String box(JsonNode box) {
        if (!box.isObject()) {
            return null;
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set("min", box.path("min"));
        written.set("max", box.path("max"));
        written.set("size", box.path("size"));
        written.set("center", box.path("center"));
        return written.toString();
    }

    /** Within a twentieth of the model's size. */
    private static String origin(JsonNode box) {
        if (!box.isObject()) {
            return null;
        }
        double slack = 0.05 * box.path("diagonal").asDouble();
        boolean above = near(box.path("center").path(0), slack) && near(box.path("center").path(2), slack);
        if (above && near(box.path("center").path(1), slack)) {
            return "center";
        }
        return above && near(box.path("min").path(1), slack) ? "base" : "elsewhere";
    }

    private static boolean near(JsonNode value, double slack) {
        return Math.abs(value.asDouble()) <= slack;
    }
}
