package dev.atelier.api.request;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import dev.atelier.api.ApiSettings;
import dev.atelier.providers.fetch.Addresses;

/** https to a public host. A first look only: whoever calls the address checks again what it resolves to. */
@Component
class PublicAddresses implements UrlRule {
    private static final int LONGEST = 2048;
    private final boolean allowPrivate;
    private final Set<Integer> ports;

    PublicAddresses(ApiSettings settings) {
        allowPrivate = settings.allowPrivateUrls();
        ports = settings.urlPorts();
    }

    @Override
    public Optional<String> violation(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(url).parseServerAuthority();
            return uri.getHost() == null ? Optional.of("must be an https URL with a host") : ofParts(uri);
        } catch (URISyntaxException notAnUrl) {
            return Optional.of("is not a URL");
        }
    }

    @Override
    public Optional<String> callbackViolation(String url) {
        return violation(url).or(() -> !allowPrivate && isLiteral(host(URI.create(url)))
                ? Optional.of("must name a host, not an IP address")
                : Optional.empty());
    }

    private Optional<String> ofParts(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
            return Optional.of("must be an https URL");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("must not carry a user name or password");
        }
        if (allowPrivate) {
            return Optional.empty();
        }
        if (uri.getPort() >= 0 && !ports.contains(uri.getPort())) {
            return Optional.of("must have one of the ports " + new TreeSet<>(ports));
        }
        return isPrivate(host(uri)) ? Optional.of("must be a public address") : Optional.empty();
    }

    /** A dot at its end changes nothing of what a name resolves to. */
    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private static boolean isPrivate(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")
                || host.endsWith(".internal")) {
            return true;
        }
        // Only what is written as a number: resolving a name here would prove nothing about the later call.
        return isLiteral(host) && isPrivateLiteral(host);
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+") || host.matches("0x[0-9a-f.x]+");
    }

    private static boolean isPrivateLiteral(String host) {
        try {
            return !Addresses.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException notEvenAnAddress) {
            return true;
        }
    }
}
