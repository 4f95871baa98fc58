package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.TaskId;

/** Tasks that a provider lists and no row of ours knows. They were paid; whose they are, a person may say. */
@Component
public class OrphanTasks {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    OrphanTasks(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    public boolean isKnown(String accountId, TaskId task) {
        return jdbc.sql("select id from submissions where remote_key = :key")
                .param("key", Ledger.remoteKey(accountId, task)).query(String.class).optional().isPresent();
    }

    /** Does nothing when it stands here already. */
    public void record(String provider, String accountId, Listing.Entry task) {
        jdbc.sql("""
                insert into orphan_tasks (id, provider, account_id, remote_task_id, remote_key, model, marker,
                    provider_status, begun_at, found_at)
                values (:id, :provider, :account, :task, :key, :model, :marker, :status, :begun, :now)
                """ + dialect.orNothing("remote_key")).param("id", Ids.next()).param("provider", provider)
                .param("account", accountId).param("task", task.task().value())
                .param("key", Ledger.remoteKey(accountId, task.task())).param("model", task.model())
                .param("marker", task.marker()).param("status", task.status())
                .param("begun", dialect.instant(task.begun())).param("now", dialect.instant(Instant.now(clock)))
                .update();
    }

    /** The accounts in whose lists it stood. */
    public List<String> accountsOf(String provider, String task) {
        return jdbc.sql("select account_id from orphan_tasks where provider = :provider and remote_task_id = :task")
                .param("provider", provider).param("task", task).query(String.class).list();
    }

    /** Those that nobody has adopted, newest first. */
    public List<String> waiting(AllOrganisations leave, int most) {
        return jdbc.sql("""
                select o.provider, o.remote_task_id, o.account_id, o.model, o.provider_status from orphan_tasks o
                 where not exists (select 1 from submissions s where s.remote_key = o.remote_key)
                 order by o.begun_at desc limit :most
                """).param("most", most).query((row, n) -> row.getString("provider") + " " + row.getString(
                "remote_task_id") + " account " + row.getString("account_id") + " " + row.getString("model")
                + " " + row.getString("provider_status"))
                .list();
    }
}
