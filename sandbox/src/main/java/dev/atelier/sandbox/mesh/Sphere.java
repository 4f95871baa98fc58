package dev.atelier.sandbox.mesh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A ball of radius 1 around the origin, cut into rings and segments, with normals and texture coordinates. */
record Sphere(int rings, int segments) {

    int vertices() {
        return (rings + 1) * (segments + 1);
    }

    int indices() {
        // The rings at the poles have one triangle a segment, the others two.
        return segments * (rings - 1) * 2 * 3;
    }

    /** On a unit ball these are the normals too. */
    ByteBuffer positions() {
        ByteBuffer out = little(vertices() * 12);
        for (int ring = 0; ring <= rings; ring++) {
            double down = Math.PI * ring / rings;
            for (int segment = 0; segment <= segments; segment++) {
                double round = 2 * Math.PI * segment / segments;
                out.putFloat((float) (-Math.sin(down) * Math.cos(round)));
                out.putFloat((float) Math.cos(down));
                out.putFloat((float) (Math.sin(down) * Math.sin(round)));
            }
        }
        return out.flip();
    }

    ByteBuffer textureCoordinates() {
        ByteBuffer out = little(vertices() * 8);
        for (int ring = 0; ring <= rings; ring++) {
            for (int segment = 0; segment <= segments; segment++) {
                out.putFloat((float) segment / segments).putFloat((float) ring / rings);
            }
        }
        return out.flip();
    }

    /** Counter-clockwise seen from outside. */
    ByteBuffer triangles() {
        ByteBuffer out = little(indices() * 2);
        for (int ring = 0; ring < rings; ring++) {
            for (int segment = 0; segment < segments; segment++) {
                int here = ring * (segments + 1) + segment;
                int below = here + segments + 1;
                if (ring > 0) {
                    triangle(out, here, below, here + 1);
                }
                if (ring < rings - 1) {
                    triangle(out, here + 1, below, below + 1);
                }
            }
        }
        return out.flip();
    }

    private static void triangle(ByteBuffer out, int a, int b, int c) {
        out.putShort((short) a).putShort((short) b).putShort((short) c);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
