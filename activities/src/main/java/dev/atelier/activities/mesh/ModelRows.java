package dev.atelier.activities.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ModelMeter.Reading;

/** What was measured, as a row of model_assets. */
final class ModelRows {

    private ModelRows() {
    }

    static Reading.Sound sound(JsonNode metrics) {
        String format = metrics.path("format").asText();
        return new Reading.Sound(mime(format), row(format, metrics));
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
        quality.remove(java.util.List.of("format", "vertices", "faces", "materials", "uvMaps", "box", "triangulated",
                "watertight"));
        return new ModelAsset(format, m.path("vertices").asLong(), m.path("faces").asLong(),
                m.path("materials").asInt(), m.path("uvMaps").asInt(), m.path("triangulated").asBoolean(),
                m.path("watertight").isBoolean() ? m.path("watertight").asBoolean() : null, box(m.path("box")),
                format.startsWith("gl") ? "metre" : null, origin(m.path("box")), quality.toString());
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
