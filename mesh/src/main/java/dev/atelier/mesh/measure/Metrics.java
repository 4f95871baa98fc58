package dev.atelier.mesh.measure;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a model is, in numbers: counts over everything shown (an instanced mesh counts each time), lengths in the
 * file's units.
 *
 * @param vertices of all primitives, as the file splits them
 * @param faces triangles
 * @param materials used by what is shown
 * @param uvMaps the most sets of coordinates a primitive has
 * @param box null when nothing is shown
 * @param triangulated nothing but triangles
 * @param watertight null when there are no triangles
 * @param volume null unless watertight; negative when everything is inside out
 */
public record Metrics(String format, long vertices, long faces, long uniqueFaces, long points, long segments,
        int drawCalls, int materials, int uvMaps, Box box, boolean triangulated, Boolean watertight, Edges edges,
        Double area, Double volume, Double uvOutOfRangePercent, boolean normals, boolean tangents, boolean vertexColors,
        int morphTargets, int mirroredNodes, int nodes, int skins, int animations, int maxJointInfluences,
        List<TextureFact> textures, List<String> extensionsUsed, List<String> extensionsRequired) {

    /** World space. */
    public record Box(double[] min, double[] max) {

        @JsonProperty
        public double[] size() {
            return new double[]{max[0] - min[0], max[1] - min[1], max[2] - min[2]};
        }

        @JsonProperty
        public double[] center() {
            return new double[]{(max[0] + min[0]) / 2, (max[1] + min[1]) / 2, (max[2] + min[2]) / 2};
        }

        @JsonProperty
        public double diagonal() {
            double[] size = size();
            return Math.sqrt(size[0] * size[0] + size[1] * size[1] + size[2] * size[2]);
        }
    }

    /** Of the welded surface; null values do not occur. */
    public record Edges(int weldedVertices, long boundary, long nonManifold, long inconsistentWinding,
            long degenerateFaces, int components) {
    }

    /** @param role base_color, metallic_roughness, normal, occlusion or emissive; null: no material uses it */
    public record TextureFact(int picture, String role, int uv, Integer width, Integer height, String mimeType,
            long bytes) {
    }
}
