package dev.atelier.mesh.surface;

/** Bends a normal as a normal map says, in the frame that the picture's coordinates span on the triangle. */
final class Bumps {

    private Bumps() {
    }

    static void bend(float[] normal, float[] texel, Look.Map map, float[] world, int a, int b, int c) {
        float[] uv = map.uvs();
        float du1 = uv[b * 2] - uv[a * 2];
        float dv1 = uv[b * 2 + 1] - uv[a * 2 + 1];
        float du2 = uv[c * 2] - uv[a * 2];
        float dv2 = uv[c * 2 + 1] - uv[a * 2 + 1];
        float span = du1 * dv2 - du2 * dv1;
        if (Math.abs(span) < 1e-14f) {
            return;
        }
        float x = (texel[0] * 2 - 1) * map.use().strength();
        float y = (texel[1] * 2 - 1) * map.use().strength();
        float z = texel[2] * 2 - 1;
        float[] tangent = new float[3];
        float along = 0;
        for (int k = 0; k < 3; k++) {
            float e1 = world[b * 3 + k] - world[a * 3 + k];
            float e2 = world[c * 3 + k] - world[a * 3 + k];
            tangent[k] = (e1 * dv2 - e2 * dv1) / span;
            along += tangent[k] * normal[k];
        }
        for (int k = 0; k < 3; k++) {
            tangent[k] -= normal[k] * along;
        }
        if (!Vectors.normalise(tangent)) {
            return;
        }
        // v runs downwards in glTF, so the map's green axis is against the bitangent of increasing v.
        float side = -handedness(normal, tangent, world, a, b, c, du1, du2, span);
        float[] across = {side * (normal[1] * tangent[2] - normal[2] * tangent[1]),
                side * (normal[2] * tangent[0] - normal[0] * tangent[2]),
                side * (normal[0] * tangent[1] - normal[1] * tangent[0])};
        for (int k = 0; k < 3; k++) {
            normal[k] = tangent[k] * x + across[k] * y + normal[k] * z;
        }
        Vectors.normalise(normal);
    }

    private static float handedness(float[] n, float[] t, float[] world, int a, int b, int c, float du1, float du2,
            float span) {
        float dot = 0;
        for (int k = 0; k < 3; k++) {
            float e1 = world[b * 3 + k] - world[a * 3 + k];
            float e2 = world[c * 3 + k] - world[a * 3 + k];
            float downwards = (e2 * du1 - e1 * du2) / span;
            int k1 = (k + 1) % 3;
            int k2 = (k + 2) % 3;
            dot += downwards * (n[k1] * t[k2] - n[k2] * t[k1]);
        }
        return dot < 0 ? -1 : 1;
    }
}
