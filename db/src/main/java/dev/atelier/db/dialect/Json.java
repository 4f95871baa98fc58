package dev.atelier.db.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as it lies in columns: snake_case, unknown fields ignored because newer software may have written them. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Json() {
    }

    public static String write(Object value) {
        try {
            return value == null ? null : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON",
                    notWritable);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException notReadable) {
            throw new IllegalStateException("a column does not hold a " + type.getSimpleName(), notReadable);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException notReadable) {
            throw new IllegalStateException("a column does not hold what it should", notReadable);
        }
    }

    /** For columns that others write as well: what cannot be read there must not hold up what is done here. */
    public static <T> T readOr(T fallback, String json, TypeReference<T> type) {
        try {
            T read = read(json, type);
            return read == null ? fallback : read;
        } catch (IllegalStateException foreign) {
            return fallback;
        }
    }
}
