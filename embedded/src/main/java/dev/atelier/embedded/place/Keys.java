package dev.atelier.embedded.place;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's secrets: made once, then kept, so that what one run stored the next can open. */
public record Keys(String secret, String api, String admin, String database) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Keys keptIn(Path file) {
        Map<String, String> kept = EnvFile.read(file);
        int before = kept.size();
        Keys keys = new Keys(
                kept.computeIfAbsent("ATELIER_SECRET_KEY", name -> letters(48)),
                kept.computeIfAbsent("ATELIER_API_KEY", name -> "mk_" + letters(40)),
                kept.computeIfAbsent("ATELIER_ADMIN_KEY", name -> "mk_" + letters(40)),
                kept.computeIfAbsent("DATABASE_PASSWORD", name -> letters(24)));
        if (kept.size() > before)
            EnvFile.write(file, kept);
        return keys;
    }

    @Override
    public String toString() {
        return "Keys[not shown]";
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
