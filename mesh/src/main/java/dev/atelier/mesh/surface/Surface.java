package dev.atelier.mesh.surface;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Placed;

/** A placed shape as it looks: where its vertices are, and what its material makes of each point. Many may look. */
public final class Surface {

    public final Material material;
    /** Corners of the triangles, turned so that each shows its front outwards. */
    public final int[] triangles;
    public final float[] positions;
    private final float[] normals;
    private final float[] colors;
    private final Look look;

    public Surface(Placed placed, Look look) {
        InWorld world = InWorld.of(placed);
        this.material = look.material;
        this.triangles = world.triangles();
        this.positions = world.positions();
        this.normals = world.normals();
        this.colors = placed.shape().colors();
        this.look = look;
    }

    public int faceCount() {
        return triangles.length / 3;
    }

    /** Turns to a triangle. @param pixels how many pixels it covers: the fewer, the coarser its pictures are looked at */
    public void face(Point p, int face, float pixels) {
        p.a = triangles[face * 3];
        p.b = triangles[face * 3 + 1];
        p.c = triangles[face * 3 + 2];
        flat(p);
        p.levels[0] = level(look.base, p, pixels);
        p.levels[1] = level(look.metallicRoughness, p, pixels);
        p.levels[2] = level(look.normal, p, pixels);
        p.levels[3] = level(look.occlusion, p, pixels);
        p.levels[4] = level(look.emissive, p, pixels);
    }

    private static float level(Look.Map map, Point p, float pixels) {
        return map == null ? 0 : map.texelsAPixel(p.a, p.b, p.c, pixels);
    }

    private void flat(Point p) {
        int a = p.a * 3;
        float ux = positions[p.b * 3] - positions[a];
        float uy = positions[p.b * 3 + 1] - positions[a + 1];
        float uz = positions[p.b * 3 + 2] - positions[a + 2];
        float vx = positions[p.c * 3] - positions[a];
        float vy = positions[p.c * 3 + 1] - positions[a + 1];
        float vz = positions[p.c * 3 + 2] - positions[a + 2];
        p.flat[0] = uy * vz - uz * vy;
        p.flat[1] = uz * vx - ux * vz;
        p.flat[2] = ux * vy - uy * vx;
        Vectors.normalise(p.flat);
    }

    public float at(Point p, int axis) {
        return mixed(positions, p, 3, axis);
    }

    private static float mixed(float[] values, Point p, int width, int k) {
        return values[p.a * width + k] * p.wa + values[p.b * width + k] * p.wb + values[p.c * width + k] * p.wc;
    }

    public void baseColor(Point p) {
        System.arraycopy(material.baseColor(), 0, p.base, 0, 4);
        if (look.base != null) {
            look.base.sample(p, p.levels[0]);
            multiply(p);
        }
        if (colors != null) {
            for (int k = 0; k < 4; k++) {
                p.rgba[k] = mixed(colors, p, 4, k);
            }
            multiply(p);
        }
    }

    private static void multiply(Point p) {
        for (int k = 0; k < 4; k++) {
            p.base[k] *= p.rgba[k];
        }
    }

    public void metalAndRoughness(Point p) {
        p.metallic = material.metallic();
        p.roughness = material.roughness();
        if (look.metallicRoughness != null) {
            look.metallicRoughness.sample(p, p.levels[1]);
            p.roughness *= p.rgba[1];
            p.metallic *= p.rgba[2];
        }
    }

    /** Whether the material itself says where less light comes. */
    public boolean hasOcclusion() {
        return look.occlusion != null;
    }

    public void occlusion(Point p) {
        p.occlusion = 1;
        if (look.occlusion != null) {
            look.occlusion.sample(p, p.levels[3]);
            p.occlusion = 1 + look.occlusion.use().strength() * (p.rgba[0] - 1);
        }
    }

    public void emissive(Point p) {
        System.arraycopy(material.emissive(), 0, p.emissive, 0, 3);
        if (look.emissive != null) {
            look.emissive.sample(p, p.levels[4]);
            for (int k = 0; k < 3; k++) {
                p.emissive[k] *= p.rgba[k];
            }
        }
    }

    /** Bent by the normal map; of length one. */
    public void normal(Point p) {
        for (int k = 0; k < 3; k++) {
            p.normal[k] = normals == null ? p.flat[k] : mixed(normals, p, 3, k);
        }
        if (!Vectors.normalise(p.normal)) {
            System.arraycopy(p.flat, 0, p.normal, 0, 3);
        }
        if (look.normal != null) {
            look.normal.sample(p, p.levels[2]);
            Bumps.bend(p.normal, p.rgba, look.normal, positions, p.a, p.b, p.c);
        }
    }
}
