package dev.atelier.providers.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.atelier.providers.http.Json;

/**
 * Takes out of a text or a JSON tree what may not be kept: the credential, the prompt (its hash stays, so that equal
 * ones can be told), media bytes, the query strings that make a signed address work, what makes an address of ours for
 * callbacks unguessable, and what tells of people.
 *
 * @param secret never kept
 * @param prompt the user's own words, or null where none is at hand
 */
public record Redaction(String secret, String prompt) {

    private static final Set<String> WORDS_OF_THE_USER = Set.of("prompt", "Prompt", "negative_prompt", "revised_prompt",
            "texture_prompt", "text");
    private static final Pattern DATA_URI = Pattern.compile("data:([\\w.+/-]*)[;,][A-Za-z0-9+/=%_;:,.-]*");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(?i)(https?://)[^/@\\s\"'<>?#]*@");
    private static final Pattern QUERY_OF_URL = Pattern.compile(
            "(?i)(https?://[^\\s\"'<>?#]*+)(?:[?#][^\\s\"'<>]*+)?");
    /** Whoever knows the end of such an address of ours can make us look. */
    private static final Pattern OUR_HOOK = Pattern.compile("(/hooks/[\\w-]{1,60}/)[\\w-]+");
    /** Shorter prompts are words that stand in any message. */
    private static final int TELLING = 6;
    /** Longer than any message, shorter than any picture. */
    private static final int LONGEST = 2_048;

    /** Also takes out what no database keeps as JSON text: NUL and halves of characters. */
    public String text(String text) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0',
                '\uFFFD');
        if (secret != null && !secret.isBlank()) {
            clean = without(secret, "***", clean);
        }
        if (prompt != null && prompt.length() >= TELLING) {
            clean = without(prompt, sha256(prompt), clean);
        }
        clean = DATA_URI.matcher(clean)
                .replaceAll(found -> "data:" + found.group(1) + ";…(" + found.group().length() + " bytes)");
        clean = LOGIN_IN_URL.matcher(clean).replaceAll("$1");
        clean = QUERY_OF_URL.matcher(clean).replaceAll("$1");
        return Personal.out(OUR_HOOK.matcher(clean).replaceAll("$1***"));
    }

    /** As it stands, and as it stands in JSON that was cut off or is not quite JSON. */
    private static String without(String words, String instead, String text) {
        String quoted = new String(Json.bytes(TextNode.valueOf(words)), StandardCharsets.UTF_8);
        return text.replace(words, instead).replace(quoted.substring(1, quoted.length() - 1), instead);
    }

    public JsonNode tree(JsonNode node) {
        return value("", node);
    }

    private JsonNode value(String field, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode clean = Json.object();
                object.properties()
                        .forEach(each -> clean.set(text(each.getKey()), value(each.getKey(), each.getValue())));
                yield clean;
            }
            case ArrayNode array -> {
                ArrayNode clean = array.arrayNode();
                array.forEach(each -> clean.add(value(field, each)));
                yield clean;
            }
            case TextNode text -> TextNode.valueOf(leaf(field, text.textValue()));
            case NumericNode number when !number.asText().equals(Personal.out(number.asText())) ->
                TextNode.valueOf(Personal.out(number.asText()));
            default -> node;
        };
    }

    private String leaf(String field, String text) {
        if (WORDS_OF_THE_USER.contains(field)) {
            // Behind the prompt we put flags of our own; anything else there is the user's too.
            return prompt != null && !prompt.isEmpty() && text.startsWith(prompt + " --")
                    ? sha256(prompt) + text(text.substring(prompt.length()))
                    : sha256(text);
        }
        if (field.startsWith("b64") || field.endsWith("base64")) {
            return "(" + text.length() + " characters of base64)";
        }
        String clean = text(text);
        return clean.length() > LONGEST ? "(" + text.length() + " characters)" : clean;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
