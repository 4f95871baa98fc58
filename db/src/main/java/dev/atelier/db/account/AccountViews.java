package dev.atelier.db.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.Word;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.CredentialState;
import dev.atelier.domain.account.Health;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

/** Accounts as people see them, with the slots held now. */
@Component
class AccountViews {

    private static final String LIVE = """
            select a.*,
                   (select count(*) from submissions s where s.held_by = a.id and s.medium = 'image') as image_held,
                   (select count(*) from submissions s where s.held_by = a.id and s.medium = 'video') as video_held,
                   (select count(*) from submissions s where s.held_by = a.id and s.medium = 'mesh') as mesh_held
              from jimeng_accounts a
             where a.is_deleted = false
            """;

    private final JdbcClient sql;
    private final AccountRows rows;
    private final Dialect dialect;
    private final PoolSettings settings;
    private final Clock clock;

    AccountViews(JdbcClient sql, AccountRows rows, Dialect dialect, DbSettings settings, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.dialect = dialect;
        this.settings = settings.pool();
        this.clock = clock;
    }

    Optional<AccountView> find(String id) {
        return sql.sql(LIVE + " and a.id = ?").param(id).query((row, number) -> view(row)).optional();
    }

    List<AccountView> list(AccountFilter filter) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (filter.provider() != null) {
            where.append(" and a.provider = ?");
            values.add(filter.provider());
        }
        if (filter.orgId() != null) {
            where.append(" and a.org_id = ?");
            values.add(filter.orgId());
        }
        if (filter.status() != null) {
            where.append(" and a.account_status = ?");
            values.add(filter.status().code());
        }
        if (filter.startingAfter() != null) {
            where.append(" and a.id < ?");
            values.add(filter.startingAfter());
        }
        return sql.sql(LIVE + where + " order by a.id desc limit ?").params(values).param(filter.limit() + 1)
                .query((row, number) -> view(row)).list();
    }

    private AccountView view(ResultSet row) throws SQLException {
        AccountRow account = rows.account(row);
        int held = 0;
        Map<Medium, AccountView.MediumView> media = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            MediumRow is = rows.medium(row, medium.word());
            held += row.getInt(medium.word() + "_held");
            media.put(medium,
                    new AccountView.MediumView(is.status(), is.slots(), row.getInt(medium.word() + "_count"),
                            row.getInt(medium.word() + "_held"), is.dayLimit(), is.reason(), is.since(), is.until()));
        }
        return new AccountView(account.id(), account.account(), account.provider(), account.orgId(), account.site(),
                account.site() == Site.CN, account.baseUrl(), account.status(), account.priority(),
                account.maxRetryCount(), media, account.models(),
                account.notModels() == null ? List.of() : account.notModels(), account.quotaResetTime(), account.zone(),
                account.version(), account.created(), account.updated(), account.createdBy(), account.updatedBy(),
                health(row), account.status() != AccountStatus.ACTIVE && held > 0, warm(row),
                row.getString("proxy") != null, Word.of(CredentialState.class, row.getString("credential_state")),
                dialect.instant(row, "credential_checked_at"), settings.waits().toCome(0, account.maxRetryCount()),
                ForeignValues.in(row));
    }

    private int health(ResultSet row) throws SQLException {
        return new Health(row.getInt("strain"), dialect.instant(row, "strain_at")).score(clock.instant());
    }

    private Instant warm(ResultSet row) throws SQLException {
        Instant until = dialect.instant(row, "warm_until");
        return until == null || until.isAfter(clock.instant()) ? until : null;
    }
}
