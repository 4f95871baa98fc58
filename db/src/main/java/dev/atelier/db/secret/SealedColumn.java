package dev.atelier.db.secret;

import java.util.List;

/** A column that holds sealed values, in a table with {@code id} and {@code org_id}; its cells say the same names. */
record SealedColumn(String table, String column) {

    static final List<SealedColumn> ALL = List.of(new SealedColumn("jimeng_accounts", "session_id"),
            new SealedColumn("jimeng_accounts", "proxy"));

    Cell cell(String orgId, String id) {
        return new Cell(table, column, orgId, id);
    }

    String sql(String statement) {
        return statement.replace("sealed_table", table).replace("sealed_column", column);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
