package dev.atelier.domain.account;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The way one account takes to its provider: {@code http://host:port} or {@code socks5://host:port}, with
 * {@code user:password@} before the host where the proxy wants a login. TLS goes through either end to end.
 */
public record ProxyAddress(String scheme, String host, int port, String user, String password) {

    /** As many characters as an account's address may have. */
    public static final int LONGEST = 500;
    private static final Set<String> SCHEMES = Set.of("http", "socks5");
    /** What SOCKS has room for. */
    private static final int LONGEST_WORD = 255;

    /** What is wrong with it, without repeating any of it; empty when nothing is. */
    public static Optional<String> problem(String text) {
        try {
            of(URI.create(text.strip()));
            return text.length() > LONGEST
                    ? Optional.of("may have at most " + LONGEST + " characters")
                    : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("must be http://host:port or socks5://host:port, with user:password@ before the host if"
                    + " the proxy wants a login; characters such as @ in it are written %40");
        }
    }

    /** @throws IllegalArgumentException when it is none, without repeating any of it */
    public static ProxyAddress of(URI url) {
        String[] login = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
        boolean bare = (url.getRawPath() == null || url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null && url.getRawFragment() == null;
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null || !bare
                || url.getPort() < 1 || url.getPort() > 65_535 || url.getHost().length() > LONGEST_WORD
                || login.length == 1) {
            throw new IllegalArgumentException("no address of a proxy");
        }
        return new ProxyAddress(url.getScheme(), url.getHost().replaceAll("[\\[\\]]", ""), url.getPort(),
                login.length == 0 ? null : word(login[0]), login.length == 0 ? null : word(login[1]));
    }

    private static String word(String encoded) {
        String word = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        int bytes = word.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > LONGEST_WORD || word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no login of a proxy");
        }
        return word;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
