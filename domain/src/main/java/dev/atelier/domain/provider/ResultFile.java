package dev.atelier.domain.provider;

/**
 * A file the provider has ready.
 *
 * @param role    {@code main} is what was asked for; {@code last_frame}, {@code preview}, {@code texture} … come along
 * @param url     where it lies, for a while; null when {@code base64} carries it
 * @param base64  the bytes themselves, or null
 */
public record ResultFile(String role, String url, String base64) {

    public static ResultFile main(String url) {
        return new ResultFile("main", url, null);
    }
}
