package dev.atelier.providers.http;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as providers speak it. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            // An image inside an answer is one long string.
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength((int) Ask.LARGE).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {
    }

    /** Empty unless all of it is one JSON object. */
    public static Optional<ObjectNode> object(byte[] body) {
        return value(body).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    public static Optional<JsonNode> value(byte[] body) {
        try {
            JsonNode read = MAPPER.readTree(body);
            return Optional.ofNullable(read).filter(node -> !node.isMissingNode());
        } catch (IOException garbage) {
            return Optional.empty();
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A value out of a settings map. */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON cannot be written", impossible);
        }
    }

    /** The whole number of a field, or null when it is absent or not one. */
    public static Long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
    }

    /** The text of a field, or null when it is absent, not a text, or blank. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
