package dev.atelier.embedded.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code NAME=value} a line, no quotes: a shell, Docker and any language read it alike. */
public final class EnvFile {
    private EnvFile() {
    }

    public static String text(Map<String, String> settings) {
        return settings.entrySet().stream().map(EnvFile::line).collect(Collectors.joining());
    }

    public static void write(Path file, Map<String, String> settings) {
        PrivateFile.write(file, text(settings));
    }

    /** The settings of a file, none if it does not exist. */
    public static Map<String, String> read(Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (Files.exists(file))
            PrivateFile.read(file).lines().filter(line -> line.contains("="))
                    .forEach(line -> settings.put(line.substring(0, line.indexOf('=')),
                            line.substring(line.indexOf('=') + 1)));
        return settings;
    }

    private static String line(Map.Entry<String, String> setting) {
        if (!setting.getKey().matches("[A-Z_]+"))
            throw new IllegalArgumentException("not a name for an env file: " + setting.getKey());
        // Only characters that mean nothing to a shell, so that `set -a; . var/demo.env` is safe.
        if (!setting.getValue().matches("[\\w:/@.,+=%-]*"))
            throw new IllegalArgumentException(setting.getKey() + " would need quotes in an env file");
        return setting.getKey() + "=" + setting.getValue() + "\n";
    }
}
