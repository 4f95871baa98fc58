package dev.atelier.sandbox.volcengine;

import static dev.atelier.sandbox.account.Signing.bytes;
import static dev.atelier.sandbox.account.Signing.hmac;
import static dev.atelier.sandbox.account.Signing.sha256;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks a request's signature over its raw bytes. The access key is {@code AKEXAMPLE}, its secret {@code SKEXAMPLE} or
 * that with a digit behind it: so several accounts can practise.
 */
final class Signed {
    private static final Pattern HEADER = Pattern.compile(
            "HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");
    private static final String ACCESS_KEY = "AKEXAMPLE";
    private static final List<String> SECRETS = Stream.concat(Stream.of("SKEXAMPLE"),
            IntStream.rangeClosed(1, 9).mapToObj(number -> "SKEXAMPLE" + number)).toList();

    private Signed() {
    }

    static Optional<Key> by(Request request) {
        Matcher parts = HEADER.matcher(request.header("Authorization").orElse(""));
        if (!parts.matches() || !parts.group(1).equals(ACCESS_KEY)
                || !sha256(request.body()).equals(request.header("X-Content-Sha256").orElse(""))) {
            return Optional.empty();
        }
        String scope = parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/request";
        String toSign = "HMAC-SHA256\n" + request.header("X-Date").orElse("") + "\n" + scope + "\n"
                + sha256(canonical(request, parts.group(5)).getBytes(StandardCharsets.UTF_8));
        return SECRETS.stream().filter(secret -> HexFormat.of().formatHex(
                hmac(key(secret, parts), toSign)).equals(parts.group(6))).findFirst()
                .map(secret -> new Key(ACCESS_KEY + secret, "ak-example" + secret.substring("SKEXAMPLE".length())));
    }

    private static String canonical(Request request, String names) {
        Map<String, String> query = new TreeMap<>();
        request.query().forEach((name, values) -> query.put(name, values.getFirst()));
        String line = query.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        StringBuilder text = new StringBuilder(request.method() + "\n" + request.path() + "\n" + line + "\n");
        for (String name : names.split(";")) {
            text.append(name).append(':').append(request.header(name).orElse("").strip()).append('\n');
        }
        return text.append('\n').append(names).append('\n').append(sha256(request.body())).toString();
    }

    private static byte[] key(String secret, Matcher parts) {
        byte[] day = hmac(secret.getBytes(StandardCharsets.UTF_8), parts.group(2));
        return hmac(hmac(hmac(day, parts.group(3)), parts.group(4)), "request");
    }
}
