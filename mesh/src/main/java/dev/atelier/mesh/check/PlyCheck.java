package dev.atelier.mesh.check;

import java.nio.charset.StandardCharsets;

/** The header's counts fit the length, and every face has its vertices. */
final class PlyCheck {

    private PlyCheck() {
    }

    static long faces(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 2000), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("end_header\n");
        if (!start.startsWith("ply\nformat binary_little_endian 1.0\n") || end < 0) {
            throw CheckingOutput.invalid("the ply has no proper header");
        }
        String header = start.substring(0, end);
        long vertices = 0;
        long faces = 0;
        int width = 0;
        for (String line : header.split("\n")) {
            if (line.startsWith("element vertex ")) {
                vertices = Long.parseLong(line.substring(15));
            } else if (line.startsWith("element face ")) {
                faces = Long.parseLong(line.substring(13));
            } else if (line.startsWith("property float")) {
                width += 4;
            } else if (line.startsWith("property uchar")) {
                width++;
            }
        }
        long at = end + 11 + vertices * width;
        if (at + faces * 13 != file.length) {
            throw CheckingOutput.invalid("the ply's length does not fit its counts");
        }
        for (long face = 0; face < faces; face++) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = Little.of(file).getInt((int) (at + face * 13 + 1 + corner * 4));
                if (vertex < 0 || vertex >= vertices) {
                    throw CheckingOutput.invalid("a face of the ply has a vertex that is not there");
                }
            }
        }
        return faces;
    }
}
