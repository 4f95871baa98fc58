package dev.atelier.embedded.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A part written in Java, run by the same JDK as the demo itself. */
final class JavaCommand {
    private JavaCommand() {
    }

    /** A main class out of the demo's own class path. */
    static List<String> ofClass(String main, int megabytes, String... arguments) {
        List<String> words = java(megabytes);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        words.addAll(List.of(arguments));
        return words;
    }

    static List<String> ofJar(Path jar, int megabytes) {
        List<String> words = java(megabytes);
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }

    private static List<String> java(int megabytes) {
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
    }
}
