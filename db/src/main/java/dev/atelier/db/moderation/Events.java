package dev.atelier.db.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/** Rows of what was decided about a content, and its mark on the prompt. Inside the caller's transaction. */
@Component
class Events {

    private static final TypeReference<List<String>> TAGS = new TypeReference<>() {
    };
    private static final int LONGEST_RULE = 128;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Clock clock;

    Events(JdbcClient sql, Dialect dialect, Clock clock) {
        this.sql = sql;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** @param details without the user's words */
    void write(String orgId, String subjectType, String subjectId, String rule, Severity severity, Ruling decision,
            Map<String, ?> details) {
        sql.sql("""
                insert into moderation_events (id, org_id, subject_type, subject_id, rule, severity, details, decision,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(Ids.next()).param(orgId).param(subjectType).param(subjectId)
                .param(rule.length() > LONGEST_RULE ? rule.substring(0, LONGEST_RULE) : rule).param(severity.word())
                .param(Json.write(details)).param(decision.word()).param(dialect.instant(clock.instant())).update();
    }

    /** What was said before stays, unless this is stricter; tags are added. */
    void mark(Prompt prompt, Ruling decision, List<String> tags) {
        TreeSet<String> all = new TreeSet<>(tags);
        if (prompt.safetyTags() != null) {
            all.addAll(Json.readOr(List.of(), prompt.safetyTags(), TAGS));
        }
        Ruling now = prompt.ruling() == null ? decision : decision.orStricter(prompt.ruling());
        sql.sql("update prompts set moderation_status = ?, safety_tags = ?, updated_at = ? where id = ?")
                .param(now.word()).param(all.isEmpty() ? null : Json.write(all))
                .param(dialect.instant(clock.instant())).param(prompt.id()).update();
    }
}
