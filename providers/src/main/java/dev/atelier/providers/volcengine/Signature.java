package dev.atelier.providers.volcengine;

import static dev.atelier.providers.http.Signing.bytes;
import static dev.atelier.providers.http.Signing.hmac;
import static dev.atelier.providers.http.Signing.host;
import static dev.atelier.providers.http.Signing.sha256;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vendor's HMAC-SHA256 over a POST of JSON to the root; tested against what its own signer makes. */
record Signature(String accessKey, String secretKey, String sessionToken) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final String REGION = "cn-north-1";
    private static final String SERVICE = "cv";
    private static final String JSON = "application/json";

    /** The headers to be sent, the content type besides. */
    Map<String, String> headers(URI url, String query, byte[] body, Instant now) {
        String date = DATE.format(now);
        String hash = sha256(body);
        Map<String, String> signed = new LinkedHashMap<>();
        signed.put("content-type", JSON);
        signed.put("host", host(url));
        signed.put("x-content-sha256", hash);
        signed.put("x-date", date);
        if (sessionToken != null) {
            signed.put("x-security-token", sessionToken);
        }
        String names = String.join(";", signed.keySet());
        StringBuilder canonical = new StringBuilder("POST\n/\n" + query + "\n");
        signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(names).append('\n').append(hash);
        String scope = date.substring(0, 8) + "/" + REGION + "/" + SERVICE + "/request";
        String toSign = "HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(bytes(canonical.toString()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Date", date);
        headers.put("X-Content-Sha256", hash);
        if (sessionToken != null) {
            headers.put("X-Security-Token", sessionToken);
        }
        headers.put("Authorization", "HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + HexFormat.of().formatHex(hmac(key(date.substring(0, 8)), toSign)));
        return headers;
    }

    private byte[] key(String day) {
        return hmac(hmac(hmac(hmac(bytes(secretKey), day), REGION), SERVICE), "request");
    }
}
