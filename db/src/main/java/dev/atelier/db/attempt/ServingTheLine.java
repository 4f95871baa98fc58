package dev.atelier.db.attempt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.Lines;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.line.Grant;
import dev.atelier.domain.line.Pairing;
import dev.atelier.domain.line.Seat;
import dev.atelier.domain.line.Waiting;

/**
 * The one way to a slot. Whoever changes supply or demand locks the line first, as a statement of its own, and serves it
 * last, all in one transaction: so no wake-up is lost and no slot stays idle beside a waiting job.
 */
@Component
public class ServingTheLine implements Lines {

    /** A pass grants a bounded number; passes follow until one finds nothing, bounded too. */
    private static final int MOST_GRANTS = 64;
    private static final int MOST_PASSES = 16;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Seats seats;
    private final Granting granting;
    private final Catalogue catalogue;

    ServingTheLine(JdbcClient jdbc, Dialect dialect, Seats seats, Granting granting, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.seats = seats;
        this.granting = granting;
        this.catalogue = catalogue;
    }

    @Override
    public void lock(String provider) {
        for (Medium medium : Medium.values()) {
            lock(provider, medium);
        }
    }

    /** Must be the transaction's first statement: what is read afterwards shows what the last holder committed. */
    public void lock(String provider, Medium medium) {
        if (!locked(provider, medium)) {
            create(provider, medium);
            locked(provider, medium);
        }
    }

    private boolean locked(String provider, Medium medium) {
        return jdbc.sql("select provider from account_lines where provider = :provider and medium = :medium for update")
                .param("provider", provider).param("medium", medium.word()).query(String.class).optional().isPresent();
    }

    /** The first job of a provider makes its line; two firsts at once make one. */
    private void create(String provider, Medium medium) {
        jdbc.sql("insert into account_lines (provider, medium) values (:provider, :medium)"
                + dialect.orNothing("provider")).param("provider", provider).param("medium", medium.word()).update();
    }

    @Override
    public void serve(String provider) {
        for (Medium medium : Medium.values()) {
            serve(provider, medium);
        }
    }

    /** Gives every free slot to the best that waits for it. */
    public void serve(String provider, Medium medium) {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Seat> free = seats.free(provider, medium);
            List<Waiting> heads = free.isEmpty() ? List.of() : heads(provider, medium, free);
            List<Grant> grants = Pairing.pair(heads, free, MOST_GRANTS);
            grants.forEach(granting::grant);
            if (grants.isEmpty()) {
                return;
            }
        }
    }

    private List<Waiting> heads(String provider, Medium medium, List<Seat> free) {
        int wanted = Math.min(MOST_GRANTS, Integer.highestOneBit(Math.max(1, 2 * slots(free) - 1)));
        Set<String> owners = free.stream().map(Seat::ownerOrgId).filter(owner -> owner != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean shared = free.stream().anyMatch(seat -> seat.ownerOrgId() == null);
        List<String> branches = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Model model : catalogue.all()) {
            if (model.provider().equals(provider) && model.kind().word().equals(medium.word())) {
                String line = JoiningTheLine.line(provider, medium, model.name());
                if (shared) {
                    branch(branches, values, "", line, null);
                }
                owners.forEach(owner -> branch(branches, values, " and org_id = ?", line, owner));
            }
        }
        if (branches.isEmpty()) {
            return List.of();
        }
        String sql = String.join(" union all ", branches).replace(":n", Integer.toString(wanted));
        return jdbc.sql(sql).params(values)
                .query((row, n) -> new Waiting(row.getString("id"), row.getString("org_id"), row.getString("model"),
                        row.getInt("priority"), row.getLong("start_tag")))
                .list();
    }

    private static int slots(List<Seat> free) {
        return free.stream().mapToInt(seat -> seat.slots() - Integer.bitCount(seat.mask())).sum();
    }

    private static void branch(List<String> branches, List<Object> values, String owned, String line, String owner) {
        branches.add("(select id, org_id, model, priority, start_tag from submissions where line = ?" + owned
                + " order by priority desc, start_tag, id limit :n)");
        values.add(line);
        if (owner != null) {
            values.add(owner);
        }
    }
}
