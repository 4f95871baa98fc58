package dev.atelier.db.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * {@code mk_}, 32 random base62 characters, 6 that check them: secret scanners know it, a double click selects it, and
 * junk is refused without asking the database (GitHub's format of 2021).
 */
final class KeyFormat {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern GENERATED = Pattern.compile("mk_[0-9A-Za-z]{38}");
    private static final Pattern ANY = Pattern.compile("[\\x21-\\x7e]{20,200}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHECKED = "mk_".length() + 32;

    private KeyFormat() {
    }

    static String generate() {
        StringBuilder key = new StringBuilder("mk_");
        RANDOM.ints(32, 0, ALPHABET.length()).forEach(each -> key.append(ALPHABET.charAt(each)));
        return key + checksum(key.toString());
    }

    static boolean mayBeOne(String presented) {
        if (presented == null || !ANY.matcher(presented).matches()) {
            return false;
        }
        return !GENERATED.matcher(presented).matches()
                || presented.substring(CHECKED).equals(checksum(presented.substring(0, CHECKED)));
    }

    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private static String checksum(String checked) {
        CRC32 crc = new CRC32();
        crc.update(checked.getBytes(StandardCharsets.US_ASCII));
        StringBuilder six = new StringBuilder();
        for (long rest = crc.getValue(); six.length() < 6; rest /= ALPHABET.length()) {
            six.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return six.toString();
    }
}
