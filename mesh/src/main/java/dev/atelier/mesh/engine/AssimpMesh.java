package dev.atelier.mesh.engine;

import org.lwjgl.assimp.AIColor4D;
import org.lwjgl.assimp.AIFace;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AIVector3D;

/** The arrays of a mesh of assimp, as we keep them; v runs downwards again. */
record AssimpMesh(AIMesh mesh) {

    float[] positions() {
        return vectors(mesh.mVertices());
    }

    /** Null: none. */
    float[] normals() {
        return vectors(mesh.mNormals());
    }

    private static float[] vectors(AIVector3D.Buffer from) {
        if (from == null) {
            return null;
        }
        float[] to = new float[from.remaining() * 3];
        for (int i = 0; i < to.length / 3; i++) {
            AIVector3D vector = from.get(i);
            to[i * 3] = vector.x();
            to[i * 3 + 1] = vector.y();
            to[i * 3 + 2] = vector.z();
        }
        return to;
    }

    float[] uvs(int set) {
        float[] xyz = vectors(mesh.mTextureCoords(set));
        float[] uvs = new float[xyz.length / 3 * 2];
        for (int i = 0; i < uvs.length / 2; i++) {
            uvs[i * 2] = xyz[i * 3];
            uvs[i * 2 + 1] = 1 - xyz[i * 3 + 1];
        }
        return uvs;
    }

    /** Null: none. */
    float[] colors() {
        AIColor4D.Buffer from = mesh.mColors(0);
        if (from == null) {
            return null;
        }
        float[] to = new float[from.remaining() * 4];
        for (int i = 0; i < to.length / 4; i++) {
            AIColor4D color = from.get(i);
            to[i * 4] = color.r();
            to[i * 4 + 1] = color.g();
            to[i * 4 + 2] = color.b();
            to[i * 4 + 3] = color.a();
        }
        return to;
    }

    /** Faces that are no triangles (points, lines) are left out. */
    int[] triangles() {
        AIFace.Buffer faces = mesh.mFaces();
        int[] triangles = new int[faces.remaining() * 3];
        int at = 0;
        for (int i = 0; i < faces.remaining(); i++) {
            AIFace face = faces.get(i);
            if (face.mNumIndices() == 3) {
                for (int k = 0; k < 3; k++) {
                    triangles[at++] = face.mIndices().get(k);
                }
            }
        }
        return at == triangles.length ? triangles : java.util.Arrays.copyOf(triangles, at);
    }
}
