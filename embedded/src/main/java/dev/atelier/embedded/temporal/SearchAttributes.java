package dev.atelier.embedded.temporal;

import io.temporal.api.enums.v1.IndexedValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** What operators may search jobs by; Temporal refuses a workflow that sets an attribute it was not told of. */
public final class SearchAttributes {
    private static final Map<String, IndexedValueType> TYPES = new LinkedHashMap<>();
    static {
        TYPES.put("JobKind", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
        TYPES.put("OrgId", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
        TYPES.put("Provider", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
        TYPES.put("NeedsAttention", IndexedValueType.INDEXED_VALUE_TYPE_BOOL);
    }

    private SearchAttributes() {
    }

    public static Map<String, IndexedValueType> types() {
        return Map.copyOf(TYPES);
    }

    /** As the command line spells a type. */
    public static String word(IndexedValueType type) {
        return type == IndexedValueType.INDEXED_VALUE_TYPE_BOOL ? "Bool" : "Keyword";
    }
}
