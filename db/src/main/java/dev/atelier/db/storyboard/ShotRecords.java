package dev.atelier.db.storyboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.job.NewJob;
import dev.atelier.domain.job.Kind;

/** The records of a shot, of both kinds, as the project side moves them. Needs the shot's lock. */
@Component
class ShotRecords {

    private static final List<Kind> KINDS = List.of(Kind.IMAGE, Kind.VIDEO);
    private static final String OF_SHOT = " where org_id = ? and project_id = ? and storyboard_id = ?";
    private static final String MOVED = "version = version + 1, update_by = 'project-sync', update_time = ?";

    private final JdbcClient sql;
    private final Dialect dialect;

    ShotRecords(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** As its live record has them: a shot whose studio's row is yet to be made. */
    Optional<NewJob.Storyboard> names(Shot shot) {
        return KINDS.stream().flatMap(kind -> sql.sql("select project_name, work_id from "
                + StoryboardRecords.table(kind) + " where live_key = ?").param(shot.liveKey())
                .query((row, n) -> new NewJob.Storyboard(shot.projectId(), row.getString(1), row.getString(2),
                        shot.storyboardId()))
                .stream()).findFirst();
    }

    /** Of jobs that nobody has asked to end yet. */
    List<String> openJobs(Shot shot) {
        List<String> open = new ArrayList<>();
        for (Kind kind : KINDS) {
            open.addAll(sql.sql("select id from " + StoryboardRecords.table(kind) + OF_SHOT
                    + " and generation_status in (0, 1, 4)").params(key(shot)).query(String.class).list());
        }
        return open.isEmpty()
                ? open
                : sql.sql("""
                        select id from generation_jobs
                         where id in (:open) and org_id = :org and cancel_requested_at is null
                           and status in ('pending', 'queued', 'running')
                        """).param("open", open).param("org", shot.orgId()).query(String.class).list();
    }

    void delete(Shot shot, Instant now) {
        for (Kind kind : KINDS) {
            sql.sql("update " + StoryboardRecords.table(kind) + " set is_deleted = true, live_key = null, " + MOVED
                    + " where live_key = ?").param(dialect.instant(now)).param(shot.liveKey()).update();
        }
    }

    /** The latest record lives again, unless a newer job has brought one. */
    void revive(Shot shot, Instant now) {
        for (Kind kind : KINDS) {
            String table = StoryboardRecords.table(kind);
            boolean living = sql.sql("select count(*) from " + table + " where live_key = ?").param(shot.liveKey())
                    .query(Integer.class).single() > 0;
            if (!living) {
                sql.sql("select id from " + table + OF_SHOT + " order by id desc limit 1").params(key(shot))
                        .query(String.class).optional().ifPresent(latest -> sql.sql("update " + table
                                + " set is_deleted = false, live_key = ?, " + MOVED + " where id = ?")
                                .params(shot.liveKey(), dialect.instant(now), latest).update());
            }
        }
    }

    /** Names, order and chosen asset, where the live record has others. */
    void take(Shot shot, Shot.Said said, Instant now) {
        for (Kind kind : KINDS) {
            String table = StoryboardRecords.table(kind);
            sql.sql("""
                    select id, project_name, work_id, storyboard_name, shot_order, chosen_asset_id from %s
                     where live_key = ?
                    """.formatted(table)).param(shot.liveKey()).query((row, n) -> {
                Shot.Said has = new Shot.Said(row.getString("work_id"), row.getString("project_name"),
                        row.getString("storyboard_name"), row.getObject("shot_order", Integer.class),
                        row.getString("chosen_asset_id"), false);
                Shot.Said shall = said.orElse(new NewJob.Storyboard(null, has.projectName(), has.workId(), null));
                return shall.equals(has) ? null : new Change(row.getString("id"), shall);
            }).list().forEach(change -> take(table, change, now));
        }
    }

    private record Change(String id, Shot.Said said) {
    }

    private void take(String table, Change change, Instant now) {
        if (change == null) {
            return;
        }
        Shot.Said said = change.said();
        sql.sql("update " + table + " set project_name = ?, work_id = ?, storyboard_name = ?, shot_order = ?,"
                + " chosen_asset_id = ?, " + MOVED + " where id = ?")
                .params(Arrays.asList(said.projectName(), said.workId(), said.storyboardName(), said.order(),
                        said.chosenAssetId(), dialect.instant(now), change.id()))
                .update();
    }

    private static List<Object> key(Shot shot) {
        return List.of(shot.orgId(), shot.projectId(), shot.storyboardId());
    }
}
