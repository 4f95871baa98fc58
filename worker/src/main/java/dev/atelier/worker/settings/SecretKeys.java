package dev.atelier.worker.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.core.env.Environment;

/** The keys for secrets at rest: the first seals, all open. From the environment, or from a file, one a line. */
public final class SecretKeys {

    private static final int SHORTEST = 32;

    private SecretKeys() {
    }

    /** @throws IllegalArgumentException saying what to set */
    public static List<String> of(Environment environment) {
        String key = environment.getProperty("atelier.secret-key", "");
        String file = environment.getProperty("atelier.secret-key-file", "");
        if (!key.isBlank() && !file.isBlank()) {
            throw new IllegalArgumentException("ATELIER_SECRET_KEY or ATELIER_SECRET_KEY_FILE, not both");
        }
        List<String> keys = new ArrayList<>(file.isBlank() ? List.of(key) : lines(file));
        Arrays.stream(environment.getProperty("atelier.secret-key-old", "").split("\\s+"))
                .filter(old -> !old.isEmpty()).forEach(keys::add);
        if (keys.stream().anyMatch(each -> each.length() < SHORTEST)) {
            throw new IllegalArgumentException((file.isBlank() ? "ATELIER_SECRET_KEY" : "ATELIER_SECRET_KEY_FILE")
                    + " (and ATELIER_SECRET_KEY_OLD, if set) of at least " + SHORTEST
                    + " characters a key, such as the output of `openssl rand -base64 32`; keep it: what it encrypted"
                    + " cannot be read without it");
        }
        return List.copyOf(keys);
    }

    private static List<String> lines(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file)).stream().map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
            return lines.isEmpty() ? List.of("") : lines;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "ATELIER_SECRET_KEY_FILE that can be read: '" + file + "' cannot (" + unreadable + ")");
        }
    }
}
