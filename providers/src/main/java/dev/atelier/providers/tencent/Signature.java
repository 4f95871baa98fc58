package dev.atelier.providers.tencent;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /** As the HTTP client sends it: a port that goes without saying is not said. */
    private static String host(URI url) {
        int port = url.getPort();
        return port < 0 || port == 443 || port == 80 ? url.getHost() : url.getHost() + ":" + port;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
