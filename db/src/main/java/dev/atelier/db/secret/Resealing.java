package dev.atelier.db.secret;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;

/**
 * Seals everything with today's key, after which the old one may be forgotten. One commit a value: accounts are in use
 * meanwhile. The root secret comes last, so that whoever forgets the old key too early cannot start.
 */
@Component
public class Resealing {

    private static final int BATCH = 100;

    private final JdbcClient sql;
    private final Transactions transactions;
    private final Secrets secrets;
    private final Keyring keys;
    private final OpeningTheRoot root;

    Resealing(JdbcClient sql, Transactions transactions, Secrets secrets, Keyring keys, OpeningTheRoot root) {
        this.sql = sql;
        this.transactions = transactions;
        this.secrets = secrets;
        this.keys = keys;
        this.root = root;
    }

    /**
     * @param sealed     how many values were sealed anew
     * @param unreadable those that no configured key opens, by name; they stay as they are
     * @param root       whether the root secret was sealed anew; never while something is unreadable
     */
    public record Report(int sealed, List<String> unreadable, boolean root) {
    }

    public Report all() {
        List<String> unreadable = new ArrayList<>();
        int sealed = 0;
        for (SealedColumn column : SealedColumn.ALL) {
            String after = "";
            for (List<Sealed> batch = batch(column, after); !batch.isEmpty(); batch = batch(column, after)) {
                for (Sealed each : batch) {
                    sealed += renew(column, each, unreadable);
                }
                after = batch.getLast().id();
            }
        }
        return new Report(sealed, List.copyOf(unreadable), unreadable.isEmpty() && root.renew());
    }

    private record Sealed(String id, String orgId, String value) {
    }

    private List<Sealed> batch(SealedColumn column, String after) {
        return sql.sql(column.sql("""
                select id, org_id, sealed_column from sealed_table
                 where id > :after and left(sealed_column, :length) <> :current
                 order by id limit :batch
                """)).param("after", after).param("length", Keyring.MARK).param("current", keys.current())
                .param("batch", BATCH)
                .query((row, number) -> new Sealed(row.getString("id"), row.getString("org_id"), row.getString(3)))
                .list();
    }

    /** Nothing to do where somebody else has changed the value since it was read: whoever wrote it used today's key. */
    private int renew(SealedColumn column, Sealed was, List<String> unreadable) {
        Cell cell = column.cell(was.orgId(), was.id());
        try {
            String renewed = secrets.renewed(was.value(), cell).orElse(was.value());
            return transactions.in(() -> sql.sql(column.sql(
                    "update sealed_table set sealed_column = ? where id = ? and sealed_column = ?"))
                    .param(renewed).param(was.id()).param(was.value()).update());
        } catch (IllegalStateException foreign) {
            unreadable.add(cell.toString());
            return 0;
        }
    }
}
