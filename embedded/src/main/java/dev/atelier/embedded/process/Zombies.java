package dev.atelier.embedded.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A killed process whose parent has gone may stand in the table for ever, as in a container without an init. */
final class Zombies {
    private Zombies() {
    }

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    private static boolean zombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            // "id (program) S …": the program's name may hold spaces and brackets.
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException noSuchTable) {
            return false;
        }
    }
}
