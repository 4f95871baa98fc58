package dev.atelier.mesh.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every material that is used is defined, every picture that is named is within, every face has its vertices. */
final class ObjCheck {

    private ObjCheck() {
    }

    static long faces(byte[] file) {
        Map<String, byte[]> entries = ZipEntries.of(file);
        byte[] obj = entries.get("model.obj");
        byte[] mtl = entries.get("model.mtl");
        if (obj == null || mtl == null) {
            throw CheckingOutput.invalid("the zip holds no model.obj or no model.mtl");
        }
        Set<String> defined = materials(new String(mtl, StandardCharsets.US_ASCII), entries);
        long vertices = 0;
        long faces = 0;
        for (String line : new String(obj, StandardCharsets.US_ASCII).split("\n")) {
            if (line.startsWith("v ")) {
                vertices++;
            } else if (line.startsWith("f ")) {
                faces++;
                corners(line, vertices);
            } else if (line.startsWith("usemtl ") && !defined.contains(line.substring(7))) {
                throw CheckingOutput.invalid("the obj uses " + line.substring(7) + ", which the mtl does not define");
            }
        }
        return faces;
    }

    private static void corners(String line, long vertices) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
            int slash = words[i].indexOf('/');
            long vertex = Long.parseLong(slash < 0 ? words[i] : words[i].substring(0, slash));
            if (words.length != 4 || vertex < 1 || vertex > vertices) {
                throw CheckingOutput.invalid("a face of the obj has a vertex that is not there");
            }
        }
    }

    private static Set<String> materials(String mtl, Map<String, byte[]> entries) {
        Set<String> defined = new HashSet<>();
        for (String line : mtl.split("\n")) {
            if (line.startsWith("newmtl ")) {
                defined.add(line.substring(7));
            } else if (line.startsWith("map_") || line.startsWith("norm ")) {
                String file = line.substring(line.indexOf(' ') + 1);
                if (!entries.containsKey(file)) {
                    throw CheckingOutput.invalid("the mtl names " + file + ", which is not within");
                }
            }
        }
        return defined;
    }
}
