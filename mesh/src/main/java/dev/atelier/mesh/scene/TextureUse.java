package dev.atelier.mesh.scene;

/**
 * How a material looks at a picture.
 *
 * @param picture index into the scene's pictures
 * @param uv which set of coordinates
 * @param strength of normals or occlusion, else 1
 * @param placement offset u v, rotation in radians, scale u v (KHR_texture_transform)
 * @param wrap glTF's words for s and t: 10497 repeat, 33071 clamp, 33648 mirror
 */
public record TextureUse(int picture, int uv, float strength, float[] placement, int wrapS, int wrapT) {

    private static final float[] PLAIN = {0, 0, 0, 1, 1};

    public static TextureUse of(int picture) {
        return new TextureUse(picture, 0, 1, PLAIN, 10497, 10497);
    }

    public static float[] plain() {
        return PLAIN.clone();
    }

    public boolean isPlaced() {
        return placement[0] != 0 || placement[1] != 0 || placement[2] != 0 || placement[3] != 1 || placement[4] != 1;
    }

    /** Where the picture is looked at, for a vertex's u; see KHR_texture_transform. */
    public float u(float u, float v) {
        return (float) (Math.cos(placement[2]) * placement[3] * u + Math.sin(placement[2]) * placement[4] * v
                + placement[0]);
    }

    public float v(float u, float v) {
        return (float) (-Math.sin(placement[2]) * placement[3] * u + Math.cos(placement[2]) * placement[4] * v
                + placement[1]);
    }
}
