package dev.atelier.db.audit;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/** One row per deletion, publication, download and generation, in the change's own transaction. */
@Component
public class Auditing {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Clock clock;

    Auditing(JdbcClient sql, Dialect dialect, Clock clock) {
        this.sql = sql;
        this.dialect = dialect;
        this.clock = clock;
    }

    public void record(String orgId, String actor, String action, String subjectType, String subjectId,
            String requestId) {
        sql.sql("""
                insert into audit_logs (id, org_id, actor, action, subject_type, subject_id, request_id, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """).param(Ids.next()).param(orgId).param(actor).param(action).param(subjectType).param(subjectId)
                .param(requestId).param(dialect.instant(clock.instant())).update();
    }
}
