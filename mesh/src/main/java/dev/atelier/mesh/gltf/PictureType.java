package dev.atelier.mesh.gltf;

/** A picture's type by its first bytes; files often say the wrong one. */
final class PictureType {

    private PictureType() {
    }

    static String of(byte[] b) {
        if (starts(b, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(b, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (starts(b, 'R', 'I', 'F', 'F')) {
            return "image/webp";
        }
        return starts(b, 0xab, 'K', 'T', 'X') ? "image/ktx2" : "application/octet-stream";
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
