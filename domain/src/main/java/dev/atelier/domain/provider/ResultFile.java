package dev.atelier.domain.provider;

import java.util.regex.Pattern;

/**
 * A file the provider has ready.
 *
 * @param role    {@code main} is what was asked for; {@code last_frame}, {@code preview}, {@code texture_normal} … come along
 * @param url     where it lies, for a while; null when {@code base64} carries it
 * @param base64  the bytes themselves, or null
 */
public record ResultFile(String role, String url, String base64) {

    private static final Pattern USE = Pattern.compile("[a-z_]{1,20}");

    /** The role of a texture. @param use as the provider says it: base_color, normal … */
    public static String texture(String use) {
        return USE.matcher(use).matches() && !"texture".equals(use) ? "texture_" + use : "texture";
    }

    public static ResultFile main(String url) {
        return new ResultFile("main", url, null);
    }
}
