package dev.atelier.providers.tencent;

import static dev.atelier.providers.http.Signing.bytes;
import static dev.atelier.providers.http.Signing.hmac;
import static dev.atelier.providers.http.Signing.host;
import static dev.atelier.providers.http.Signing.sha256;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vendor's TC3-HMAC-SHA256 over a POST of JSON to the root; tested against what its own signer makes. */
record Signature(String secretId, String secretKey) {

    private static final String SERVICE = "ai3d";
    private static final String VERSION = "2025-05-13";
    private static final String REGION = "ap-guangzhou";
    private static final String SIGNED = "content-type;host";

    /** The headers to be sent, the content type besides. */
    Map<String, String> headers(URI url, String action, byte[] body, Instant now) {
        String canonical = "POST\n/\n\ncontent-type:application/json\nhost:" + host(url) + "\n\n" + SIGNED + "\n"
                + sha256(body);
        String day = now.toString().substring(0, 10);
        String scope = day + "/" + SERVICE + "/tc3_request";
        String toSign = "TC3-HMAC-SHA256\n" + now.getEpochSecond() + "\n" + scope + "\n" + sha256(bytes(canonical));
        byte[] key = hmac(hmac(hmac(bytes("TC3" + secretKey), day), SERVICE), "tc3_request");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-TC-Action", action);
        headers.put("X-TC-Version", VERSION);
        headers.put("X-TC-Region", REGION);
        headers.put("X-TC-Timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("Authorization", "TC3-HMAC-SHA256 Credential=" + secretId + "/" + scope + ", SignedHeaders="
                + SIGNED + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
        return headers;
    }
}
