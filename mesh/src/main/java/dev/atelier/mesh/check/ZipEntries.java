package dev.atelier.mesh.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A zip of our own making, read again. */
final class ZipEntries {

    private ZipEntries() {
    }

    static Map<String, byte[]> of(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("..") || entry.getName().startsWith("/")) {
                    throw CheckingOutput.invalid("the zip has a path in it that leads out: " + entry.getName());
                }
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException damaged) {
            throw CheckingOutput.invalid("the zip cannot be read again");
        }
        return entries;
    }
}
