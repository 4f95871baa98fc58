package dev.atelier.db.tenant;

import java.util.Set;

/** Who presented an API key. Scopes: {@code jobs:read jobs:write assets:read assets:write assets:source accounts:admin}. */
public record Caller(String orgId, String keyId, String name, Set<String> scopes) {
}
