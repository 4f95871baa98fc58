package dev.atelier.mesh.check;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The three parts are there, and the model has triangles. */
final class ThreeMfCheck {

    private ThreeMfCheck() {
    }

    static long faces(byte[] file) {
        Map<String, byte[]> entries = ZipEntries.of(file);
        byte[] model = entries.get("3D/3dmodel.model");
        if (model == null || !entries.containsKey("[Content_Types].xml") || !entries.containsKey("_rels/.rels")) {
            throw CheckingOutput.invalid("the 3mf lacks one of its parts");
        }
        String xml = new String(model, StandardCharsets.UTF_8);
        long faces = 0;
        int at = xml.indexOf("<triangle ");
        while (at >= 0) {
            faces++;
            at = xml.indexOf("<triangle ", at + 10);
        }
        return faces;
    }
}
