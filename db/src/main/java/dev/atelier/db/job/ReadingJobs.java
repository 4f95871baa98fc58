package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.search.SearchingPrompts;

@Component
public class ReadingJobs {

    /** Jobs looked at before the index is asked. */
    private static final int NEARBY = 500;
    private static final String NEWEST = " order by created_at desc, id desc limit :limit";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final JobViews views;
    private final SearchingPrompts prompts;

    ReadingJobs(JdbcClient jdbc, Dialect dialect, JobViews views, SearchingPrompts prompts) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.views = views;
        this.prompts = prompts;
    }

    public Optional<JobView> find(String orgId, String jobId) {
        if (!Ids.looksRight(jobId)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from generation_jobs where org_id = :org and id = :id").param("org", orgId)
                .param("id", jobId).query((row, n) -> views.one(row)).optional();
    }

    /** At most {@code limit} + 1 jobs: the one too many tells that there is more. */
    public List<JobView> list(String orgId, JobFilter filter) {
        Instant cursor = filter.startingAfter() == null
                ? null
                : find(orgId, filter.startingAfter()).map(JobView::createdAt).orElse(Instant.EPOCH);
        if (filter.words() == null) {
            return page(orgId, filter, cursor, filtered(filter, cursor) + NEWEST, Map.of());
        }
        // A common word fills the page from the newest jobs; only a rarer one asks the index.
        return prompts.walking(filter.words()).map(near -> {
            List<JobView> nearby = page(orgId, filter, cursor, "select * from (" + filtered(filter, cursor)
                    + " order by created_at desc, id desc limit " + NEARBY + ") generation_jobs where "
                    + near.condition() + NEWEST, near.parameters());
            return nearby.size() > filter.limit()
                    ? nearby
                    : prompts.find(orgId, filter.words()).map(all -> page(orgId, filter, cursor,
                            filtered(filter, cursor) + " and " + all.condition() + NEWEST, all.parameters()))
                            .orElse(List.of());
        }).orElse(List.of());
    }

    private static String filtered(JobFilter filter, Instant cursor) {
        StringBuilder sql = new StringBuilder("select * from generation_jobs where org_id = :org");
        and(sql, filter.status(), "status = :status");
        and(sql, filter.kind(), "kind = :kind");
        and(sql, filter.model(), "model_name = :model");
        and(sql, filter.projectId(), "project_id = :project");
        and(sql, filter.createdAfter(), "created_at > :after");
        and(sql, filter.createdBefore(), "created_at < :before");
        // Said twice: MySQL takes a range of its index only from the plain comparison.
        and(sql, cursor, "created_at <= :at and (created_at < :at or id < :cursor)");
        return sql.toString();
    }

    private List<JobView> page(String orgId, JobFilter filter, Instant cursor, String sql, Map<String, Object> words) {
        return jdbc.sql(sql).param("org", orgId)
                .param("status", filter.status() == null ? null : filter.status().word())
                .param("kind", filter.kind() == null ? null : filter.kind().word()).param("model", filter.model())
                .param("project", filter.projectId()).param("after", dialect.instant(filter.createdAfter()))
                .param("before", dialect.instant(filter.createdBefore())).param("cursor", filter.startingAfter())
                .param("at", dialect.instant(cursor)).param("limit", filter.limit() + 1).params(words)
                .query((row, n) -> views.read(row)).list();
    }

    private static void and(StringBuilder sql, Object asked, String condition) {
        if (asked != null) {
            sql.append(" and ").append(condition);
        }
    }

    public List<SubmissionView> submissions(String orgId, String jobId) {
        return jdbc.sql("select * from submissions where org_id = :org and job_id = :job order by attempt")
                .param("org", orgId).param("job", jobId)
                .query((row, n) -> new SubmissionView(row.getString("id"), row.getInt("attempt"),
                        row.getString("state"), row.getString("provider"), row.getString("model"),
                        row.getString("account_id"), row.getString("remote_task_id"), row.getString("provider_status"),
                        row.getString("error_kind"), row.getString("provider_code"), row.getString("message"),
                        row.getString("billed"), row.getBigDecimal("cost_usd"), dialect.instant(row, "created_at"),
                        dialect.instant(row, "granted_at"), dialect.instant(row, "sent_at"),
                        dialect.instant(row, "ended_at")))
                .list();
    }

    static String lower(String code) {
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }
}
