package dev.atelier.mesh.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;

/** 3MF for printing: millimetres, +Z up, shapes without colours. */
public final class Writing3mf {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" \
            ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>
            """;
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
            Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>\
            </Relationships>
            """;

    private Writing3mf() {
    }

    public static byte[] write(Scene scene) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "3D/3dmodel.model", model(scene.withFaces("3mf")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String model(Scene scene) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model unit=\"millimeter\" "
                + "xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n<resources>\n");
        int id = 0;
        for (Placed placed : InWorld.solid(scene)) {
            object(xml, InWorld.of(placed), ++id);
        }
        xml.append("</resources>\n<build>\n");
        for (int i = 1; i <= id; i++) {
            xml.append("<item objectid=\"").append(i).append("\"/>\n");
        }
        return xml.append("</build>\n</model>\n").toString();
    }

    private static void object(StringBuilder xml, InWorld baked, int id) {
        xml.append("<object id=\"").append(id).append("\" type=\"model\"><mesh><vertices>\n");
        float[] p = baked.positions();
        for (int i = 0; i < p.length; i += 3) {
            xml.append("<vertex x=\"").append(p[i] * 1000f).append("\" y=\"").append(p[i + 2] * -1000f)
                    .append("\" z=\"").append(p[i + 1] * 1000f).append("\"/>\n");
        }
        xml.append("</vertices><triangles>\n");
        int[] t = baked.triangles();
        for (int i = 0; i < t.length; i += 3) {
            xml.append("<triangle v1=\"").append(t[i]).append("\" v2=\"").append(t[i + 1]).append("\" v3=\"")
                    .append(t[i + 2]).append("\"/>\n");
        }
        xml.append("</triangles></mesh></object>\n");
    }
}
