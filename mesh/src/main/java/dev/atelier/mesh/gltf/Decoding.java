package dev.atelier.mesh.gltf;

import java.nio.ByteBuffer;
import java.util.Map;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** Decompression by native code, which only a child process has. */
public interface Decoding {

    /** @param mode ATTRIBUTES, TRIANGLES or INDICES @param filter NONE, OCTAHEDRAL, QUATERNION or EXPONENTIAL */
    ByteBuffer meshopt(ByteBuffer packed, int count, int stride, String mode, String filter);

    Draco draco(Packed packed);

    /**
     * @param attributes glTF's names and Draco's ids
     * @param vertices and indices: how many the file says there are
     * @param colorWidth numbers of a colour, 3 or 4
     */
    record Packed(ByteBuffer bytes, Map<String, Integer> attributes, int vertices, int indices, int colorWidth) {
    }

    /** A decoded mesh; arrays may be null where the file has no such attribute. */
    record Draco(float[] positions, float[] normals, float[][] uvs, float[] colors, int[] triangles) {
    }

    /** Where no native code may run: compressed files are refused. */
    Decoding NONE = new Decoding() {
        @Override
        public ByteBuffer meshopt(ByteBuffer packed, int count, int stride, String mode, String filter) {
            throw needed("EXT_meshopt_compression");
        }

        @Override
        public Draco draco(Packed packed) {
            throw needed("KHR_draco_mesh_compression");
        }

        private RefusedModel needed(String extension) {
            return new RefusedModel(Problem.UNSUPPORTED_EXTENSION, extension + " is decoded by a child process only");
        }
    };
}
