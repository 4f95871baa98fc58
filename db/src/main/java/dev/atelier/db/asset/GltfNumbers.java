package dev.atelier.db.asset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.db.dialect.Json;

/** Counts a glTF document's geometry from its accessors, untransformed. Shared accessors are counted once. */
final class GltfNumbers {

    private static final int TRIANGLES = 4;

    private final JsonNode document;
    private final Set<Integer> positions = new HashSet<>();
    private final double[] min = new double[3];
    private final double[] max = new double[3];
    private long faces;
    private int uvMaps;
    private boolean triangulated = true;

    GltfNumbers(JsonNode document) {
        this.document = document;
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
    }

    ModelAsset count() {
        for (JsonNode mesh : document.path("meshes")) {
            mesh.path("primitives").forEach(this::primitive);
        }
        long vertices = positions.stream().mapToLong(each -> accessor(each).path("count").asLong()).sum();
        boolean known = min[0] <= max[0] && min[1] <= max[1] && min[2] <= max[2];
        return ModelAsset.counted(vertices, faces, document.path("materials").size(), uvMaps, triangulated,
                known ? Json.write(Map.of("min", min, "max", max)) : null);
    }

    private void primitive(JsonNode primitive) {
        JsonNode attributes = primitive.path("attributes");
        JsonNode position = accessor(attributes.path("POSITION").asInt(-1));
        positions.add(attributes.path("POSITION").asInt(-1));
        long corners = primitive.has("indices")
                ? accessor(primitive.path("indices").asInt(-1)).path("count").asLong()
                : position.path("count").asLong();
        faces(primitive.path("mode").asInt(TRIANGLES), corners);
        int maps = 0;
        while (attributes.has("TEXCOORD_" + maps)) {
            maps++;
        }
        uvMaps = Math.max(uvMaps, maps);
        for (int axis = 0; axis < 3; axis++) {
            min[axis] = Math.min(min[axis], position.path("min").path(axis).asDouble(Double.POSITIVE_INFINITY));
            max[axis] = Math.max(max[axis], position.path("max").path(axis).asDouble(Double.NEGATIVE_INFINITY));
        }
    }

    private void faces(int mode, long corners) {
        if (mode == TRIANGLES) {
            faces += corners / 3;
        } else if (mode > TRIANGLES) {
            faces += Math.max(0, corners - 2);
        } else {
            triangulated = false;
        }
    }

    private JsonNode accessor(int index) {
        return document.path("accessors").path(index);
    }
}
