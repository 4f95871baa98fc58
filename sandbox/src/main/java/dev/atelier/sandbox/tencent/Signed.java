package dev.atelier.sandbox.tencent;

import static dev.atelier.sandbox.account.Signing.bytes;
import static dev.atelier.sandbox.account.Signing.hmac;
import static dev.atelier.sandbox.account.Signing.sha256;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Request;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks a TC3 signature over a request's raw bytes and headers. The id is {@code AKIDEXAMPLE}, its secret
 * {@code SKEXAMPLE} or that with a digit behind it: so several accounts can practise.
 */
final class Signed {
    private static final Pattern HEADER = Pattern.compile("TC3-HMAC-SHA256 Credential=([^/]+)/(\\d{4}-\\d\\d-\\d\\d)/"
            + "([^/]+)/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");
    private static final String ID = "AKIDEXAMPLE";
    private static final String SECRET = "SKEXAMPLE";
    private static final List<String> SECRETS = Stream.concat(Stream.of(SECRET),
            IntStream.rangeClosed(1, 9).mapToObj(number -> SECRET + number)).toList();

    private Signed() {
    }

    static Optional<Key> by(Request request) {
        Matcher parts = HEADER.matcher(request.header("Authorization").orElse(""));
        if (!parts.matches() || !parts.group(1).equals(ID)) {
            return Optional.empty();
        }
        String toSign = "TC3-HMAC-SHA256\n" + request.header("X-TC-Timestamp").orElse("") + "\n" + parts.group(2) + "/"
                + parts.group(3) + "/tc3_request\n" + sha256(bytes(canonical(request, parts.group(4))));
        return SECRETS.stream().filter(secret -> HexFormat.of().formatHex(hmac(key(secret, parts), toSign))
                .equals(parts.group(5))).findFirst()
                .map(secret -> new Key(ID + secret, "akid-example" + secret.substring(SECRET.length())));
    }

    private static String canonical(Request request, String names) {
        StringBuilder text = new StringBuilder(request.method() + "\n/\n\n");
        for (String name : names.split(";")) {
            text.append(name).append(':').append(request.header(name).orElse("").strip()).append('\n');
        }
        boolean unsigned = request.header("X-TC-Content-SHA256").filter("UNSIGNED-PAYLOAD"::equals).isPresent();
        return text.append('\n').append(names).append('\n')
                .append(sha256(unsigned ? bytes("UNSIGNED-PAYLOAD") : request.body())).toString();
    }

    private static byte[] key(String secret, Matcher parts) {
        return hmac(hmac(hmac(bytes("TC3" + secret), parts.group(2)), parts.group(3)), "tc3_request");
    }
}
