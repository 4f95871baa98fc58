package dev.atelier.db.storyboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.job.NewJob;
import dev.atelier.domain.job.Kind;

/** The studio's table: its project side is only read, except that a shot nobody has written yet begins as its job says. */
@Component
class ShotRows {

    private static final String KEY = " where {org_id} = ? and {project_id} = ? and {storyboard_id} = ?";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final ProjectSql table;

    ShotRows(JdbcClient sql, Dialect dialect, ProjectSql table) {
        this.sql = sql;
        this.dialect = dialect;
        this.table = table;
    }

    void begin(Shot shot, NewJob.Storyboard told) {
        sql.sql(table.named("""
                insert into {TABLE} ({org_id}, {project_id}, {storyboard_id}, {work_id}, {project_name})
                values (?, ?, ?, ?, ?)""")
                + dialect.orNothing(table.column(ProjectTable.Column.PROJECT_ID)))
                .params(shot.orgId(), shot.projectId(), shot.storyboardId(), told.workId(), told.projectName())
                .update();
    }

    Optional<Shot.Said> said(Shot shot) {
        return sql.sql(table.named("""
                select {work_id} as work, {project_name} as project, {storyboard_name} as storyboard,
                       {shot_order} as place, {chosen_asset_id} as chosen, DELETED as gone
                  from {TABLE}""".replace("DELETED", dialect.isTrue("{is_deleted}")) + KEY))
                .params(shot.orgId(), shot.projectId(), shot.storyboardId()).query((row, number) -> said(row))
                .optional();
    }

    private static Shot.Said said(ResultSet row) throws SQLException {
        Number place = (Number) row.getObject("place");
        return new Shot.Said(row.getString("work"), row.getString("project"), row.getString("storyboard"),
                place == null ? null : place.intValue(), row.getString("chosen"), row.getBoolean("gone"));
    }

    /**
     * False: somebody else holds the row. It is not waited for, because this is done under the line's lock, and a
     * program that sits on a row would stop everybody.
     */
    boolean write(Shot shot, Kind kind, Shot.Brought brought, Instant now) {
        boolean free = sql.sql(table.named("select 1 from {TABLE}" + KEY + " for update skip locked"))
                .params(shot.orgId(), shot.projectId(), shot.storyboardId()).query(Integer.class).optional()
                .isPresent();
        if (!free) {
            return said(shot).isEmpty();
        }
        sql.sql(table.named("""
                update {TABLE}
                   set {KIND_status} = ?, {KIND_record_id} = ?, {KIND_urls} = ?, {KIND_local_paths} = ?,
                       {KIND_account_ids} = ?, {KIND_count} = ?, {version} = {version} + 1, {update_time} = ?"""
                .replace("KIND", kind.word()) + KEY))
                .params(Arrays.asList(brought.status(), brought.recordId(), brought.urls(), brought.paths(),
                        Json.write(brought.accounts()), brought.count(), dialect.instant(now), shot.orgId(),
                        shot.projectId(), shot.storyboardId()))
                .update();
        return true;
    }
}
