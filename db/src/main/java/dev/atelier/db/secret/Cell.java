package dev.atelier.db.secret;

import java.nio.charset.StandardCharsets;

/** Where a secret lies. {@code orgId} null: it belongs to all. */
public record Cell(String table, String column, String orgId, String id) {

    byte[] associatedData() {
        return String.join("|", table, column, orgId == null ? "" : orgId, id).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return table + "." + column + " of " + id;
    }
}
