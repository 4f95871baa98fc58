package dev.atelier.db.search;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.tenant.AllOrganisations;

/** Walks all prompts by id, which is their age, a page at a time: what has a vector already costs one look in an index. */
@Component
public class PromptsWithoutVector {

    /** Before the first id there is. */
    public static final String FROM_THE_FIRST = "00000000-0000-0000-0000-000000000000";

    private static final int PAGE = 500;
    /** Whoever made an id may commit it a little later; the walk does not pass him by. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    PromptsWithoutVector(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** @param after the last id that was looked at */
    public Page after(AllOrganisations leave, String model, String after) {
        List<Prompt> page = jdbc.sql("""
                select p.id, p.org_id, p.text,
                       (select count(*) from embeddings e where e.org_id = p.org_id and e.subject_type = 'prompt'
                           and e.subject_id = p.id and e.model = :model) as vectors
                  from prompts p
                 where p.id > :after and p.created_at < :settled
                 order by p.id limit :page
                """).param("model", model).param("after", after)
                .param("settled", dialect.instant(clock.instant().minus(SETTLED))).param("page", PAGE)
                .query((row, n) -> new Prompt(row.getString("id"), row.getString("org_id"), row.getString("text"),
                        row.getInt("vectors") > 0))
                .list();
        return new Page(page.stream().filter(each -> !each.done() && each.text() != null && !each.text().isBlank())
                .toList(), page.isEmpty() ? after : page.getLast().id(), page.size() == PAGE);
    }

    /** @param last the last id that was looked at; {@code more}: there are prompts after it */
    public record Page(List<Prompt> prompts, String last, boolean more) {
    }

    /** @param done it has a vector */
    public record Prompt(String id, String orgId, String text, boolean done) {
    }
}
