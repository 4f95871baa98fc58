package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.audit.VerifyingAudit;
import dev.atelier.db.tenant.ApiKeys;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.webhook.WebhookSecrets;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;

/** What a run leaves behind: a trail by request id, a chain that verifies, and no secret. */
abstract class TracingContract extends JobContract {

    /** The query of docs/operations.md, as it stands there. */
    private static String documented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        int begin = page.indexOf("```sql\n", page.indexOf("## Audit")) + "```sql\n".length();
        return page.substring(begin, page.indexOf("```", begin)).replace(";", "").replace("'REQUEST-ID'", ":request");
    }

    @Test
    void one_query_shows_call_job_provider_requests_and_audit_rows_of_a_request() throws IOException {
        account("session-traced", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        record(attempt, answered());

        List<String> trail = db.sql().sql(documented()).param("request", "req-1")
                .query((row, number) -> row.getString("what") + " " + row.getString("detail")).list();

        assertThat(trail).anyMatch(row -> row.startsWith("audit job.create by "))
                .contains("job running", "provider submit 200");
    }

    @Test
    void posts_and_decisions_of_one_organisation_at_once_neither_block_one_another_for_ever_nor_break_the_chain()
            throws Exception {
        account("session-busy", 2, 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<? extends Future<?>> callers = IntStream.range(0, 8).mapToObj(caller -> threads.submit(() -> {
                for (int round = 0; round < 6; round++) {
                    JobRef job = post(IMAGE);
                    open(job);
                    db.get(DecidingJobs.class).decide(org, job.jobId(), Decision.cancel("ops", "enough", "req-2"));
                }
            })).toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        assertThat(db.get(VerifyingAudit.class).verify(org)).satisfies(verdict -> {
            assertThat(verdict.whole()).as(verdict.broken()).isTrue();
            assertThat(verdict.rows()).isGreaterThanOrEqualTo(96);
        });
    }

    @Test
    void no_table_holds_a_planted_secret_in_clear() throws SQLException {
        String session = "canary-session-7f3a91";
        db.get(ManagingAccounts.class).create(new NewAccount("ark", "canary", session, Site.CN, null, null, null,
                null, null, null, null, null, "test"));
        String organisation = db.get(Organisations.class).ensure("canary");
        String apiKey = db.get(ApiKeys.class).issue(organisation, "canary", Set.of("jobs:read"), null).key();
        String webhook = db.get(WebhookSecrets.class).of(org);
        AttemptRef attempt = sending(post(IMAGE));
        record(attempt, answered());

        String dump = dump();

        assertThat(dump).as("the dump is one").contains("canary", attempt.submissionId());
        assertThat(dump).doesNotContain(session, apiKey, webhook, webhook.substring("whsec_".length()));
    }

    /** Every value of every table, as text. */
    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = db.database().source().getConnection();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(),
                        connection.getSchema(), "%", new String[]{"TABLE", "PARTITIONED TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                db.sql().sql("select * from " + table).query((row, number) -> {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        all.append(row.getString(column)).append('\n');
                    }
                    return number;
                }).list();
            }
        }
        return all.toString();
    }
}
