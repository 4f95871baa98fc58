package dev.atelier.db.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

@Component
class AccountRows {

    private final JdbcClient sql;
    private final Dialect dialect;

    AccountRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Locked until the transaction ends: what the ledger writes to the account meanwhile must not be overwritten. */
    Optional<AccountRow> locked(String id) {
        return sql.sql("select * from jimeng_accounts where id = ? and is_deleted = false for update").param(id)
                .query((row, number) -> account(row)).optional();
    }

    Optional<AccountRow> anyOf(String id) {
        return sql.sql("select * from jimeng_accounts where id = ?").param(id)
                .query((row, number) -> account(row)).optional();
    }

    Optional<String> provider(String id) {
        return sql.sql("select provider from jimeng_accounts where id = ? and is_deleted = false").param(id)
                .query(String.class).optional();
    }

    Optional<String> live(String liveKey) {
        return sql.sql("select id from jimeng_accounts where live_key = ?").param(liveKey).query(String.class)
                .optional();
    }

    /** The same credential, taken out of the pool earlier; the latest if it came and went more than once. */
    Optional<AccountRow> deleted(String fingerprint, Site site, String provider) {
        return sql.sql("""
                select * from jimeng_accounts
                 where session_fingerprint = ? and site_type = ? and provider = ? and is_deleted = true
                 order by update_time desc, id desc
                 limit 1 for update
                """).param(fingerprint).param(site.code()).param(provider).query((row, number) -> account(row))
                .optional();
    }

    void insert(AccountRow account) {
        sql.sql("""
                insert into jimeng_accounts (jimeng_account, jimeng_account_type, session_id, session_fingerprint,
                    site_type, account_status, quota_reset_time, priority, max_retry_count, version, is_deleted,
                    update_time, create_by, update_by, provider, org_id, base_url, models, not_models, zone, live_key,
                    create_time, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).params(columns(account)).param(dialect.instant(account.created())).param(account.id()).update();
    }

    void update(AccountRow account) {
        sql.sql("""
                update jimeng_accounts
                   set jimeng_account = ?, jimeng_account_type = ?, session_id = ?, session_fingerprint = ?,
                       site_type = ?, account_status = ?, quota_reset_time = ?, priority = ?, max_retry_count = ?,
                       version = ?, is_deleted = ?, update_time = ?, create_by = ?, update_by = ?, provider = ?,
                       org_id = ?, base_url = ?, models = ?, not_models = ?, zone = ?, live_key = ?
                 where id = ?
                """).params(columns(account)).param(account.id()).update();
    }

    /** The same credential under another key: nothing an operator changed, so the version stays. */
    boolean resealed(AccountRow account, String sealed) {
        return sql.sql("update jimeng_accounts set session_id = ? where id = ? and session_id = ?").param(sealed)
                .param(account.id()).param(account.sealed()).update() == 1;
    }

    /** @param proxy sealed, or null for the straight way */
    void led(AccountRow account, String proxy, Instant now, String by) {
        sql.sql("update jimeng_accounts set proxy = ?, version = version + 1, update_time = ?, update_by = ? where id = ?")
                .params(Arrays.asList(proxy, dialect.instant(now), by, account.id())).update();
    }

    /** Sealed; of any account, also a deleted one. */
    Optional<String> proxy(String id) {
        return sql.sql("select proxy from jimeng_accounts where id = ? and proxy is not null").param(id)
                .query(String.class).optional();
    }

    /** A credential that was never shown to the provider; its account begins slowly, where that is wanted. */
    void begins(String id, Instant warmUntil) {
        sql.sql("""
                update jimeng_accounts set credential_state = 'unchecked', credential_checked_at = null,
                       warm_until = coalesce(?, warm_until)
                 where id = ?
                """).param(dialect.instant(warmUntil)).param(id).update();
    }

    private List<Object> columns(AccountRow account) {
        return Arrays.asList(account.account(), account.site() == Site.CN ? 0 : 1, account.sealed(),
                account.fingerprint(), account.site().code(), account.status().code(),
                dialect.instant(account.quotaResetTime()), account.priority(), account.maxRetryCount(),
                account.version(), account.deleted(), dialect.instant(account.updated()), account.createdBy(),
                account.updatedBy(), account.provider(), account.orgId(), account.baseUrl(),
                Json.write(account.models()), Json.write(account.notModels()), account.zone().getId(),
                account.liveKey());
    }

    Map<Medium, MediumRow> media(String id) {
        return sql.sql("select * from jimeng_accounts where id = ?").param(id).query((row, number) -> {
            Map<Medium, MediumRow> media = new EnumMap<>(Medium.class);
            for (Medium medium : Medium.values()) {
                media.put(medium, medium(row, medium.word()));
            }
            return media;
        }).single();
    }

    void write(String id, Medium medium, MediumRow row) {
        sql.sql("""
                update jimeng_accounts
                   set image_generation_status = ?, image_slots = ?, image_day_limit = ?, image_unavailable_reason = ?,
                       image_unavailable_time = ?, image_unavailable_until = ?
                 where id = ?
                """.replace("image_", medium.word() + "_"))
                .params(Arrays.asList(row.status().code(), row.slots(), row.dayLimit(),
                        row.reason() == null ? null : row.reason().word(), dialect.instant(row.since()),
                        dialect.instant(row.until()), id))
                .update();
    }

    AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(row.getString("id"), row.getString("jimeng_account"), row.getString("provider"),
                row.getString("org_id"), ForeignValues.site(row.getInt("site_type")), row.getString("base_url"),
                row.getString("session_id"), row.getString("session_fingerprint"),
                ForeignValues.status(row.getInt("account_status")), row.getInt("priority"),
                row.getInt("max_retry_count"),
                ForeignValues.models(row.getString("models")), ForeignValues.models(row.getString("not_models")),
                dialect.instant(row, "quota_reset_time"), ForeignValues.zone(row.getString("zone")),
                row.getInt("version"),
                row.getBoolean("is_deleted"), dialect.instant(row, "create_time"),
                dialect.instant(row, "update_time"), row.getString("create_by"), row.getString("update_by"));
    }

    MediumRow medium(ResultSet row, String medium) throws SQLException {
        String reason = row.getString(medium + "_unavailable_reason");
        Integer dayLimit = row.getObject(medium + "_day_limit", Integer.class);
        return new MediumRow(ForeignValues.medium(row.getInt(medium + "_generation_status")),
                row.getInt(medium + "_slots"), dayLimit,
                ForeignValues.reason(reason),
                dialect.instant(row, medium + "_unavailable_time"),
                dialect.instant(row, medium + "_unavailable_until"));
    }
}
