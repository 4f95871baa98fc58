package dev.atelier.workflows;

import java.util.Map;

import io.temporal.common.SearchAttributeKey;

import io.temporal.api.enums.v1.IndexedValueType;

/** What runs can be searched by; registered by the worker where the server lacks them. */
public final class SearchAttributes {

    public static final SearchAttributeKey<String> JOB_KIND = SearchAttributeKey.forKeyword("JobKind");
    public static final SearchAttributeKey<String> ORG_ID = SearchAttributeKey.forKeyword("OrgId");
    public static final SearchAttributeKey<String> PROVIDER = SearchAttributeKey.forKeyword("Provider");
    public static final SearchAttributeKey<Boolean> NEEDS_ATTENTION = SearchAttributeKey.forBoolean("NeedsAttention");

    public static final Map<String, IndexedValueType> ALL = Map.of(JOB_KIND.getName(),
            IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD, ORG_ID.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
            PROVIDER.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD, NEEDS_ATTENTION.getName(),
            IndexedValueType.INDEXED_VALUE_TYPE_BOOL);

    private SearchAttributes() {
    }
}
