package dev.atelier.db.storyboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.domain.job.Kind;

/**
 * Records to project: what the studio's row says of its jobs is worked out anew from the records each time, so that
 * saying it twice, or late, says the same. The last good result stays until a newer one is there. Needs the shot's lock.
 */
@Component
class Projecting {

    /** Of a shot made more often, the accounts of its latest records are listed. */
    private static final int MOST_RECORDS = 500;
    private static final String OF_SHOT = " where org_id = ? and project_id = ? and storyboard_id = ?";

    private final JdbcClient sql;
    private final ShotRows shots;
    private final SyncedShots synced;

    Projecting(JdbcClient sql, ShotRows shots, SyncedShots synced) {
        this.sql = sql;
        this.shots = shots;
        this.synced = synced;
    }

    void project(Shot shot, Kind kind, Instant now) {
        if (!shots.write(shot, kind, brought(shot, kind), now)) {
            synced.owed(shot, true);
        }
    }

    /** What a held row had to go without. */
    void payOwed(Shot shot, Instant now) {
        synced.owed(shot, false);
        project(shot, Kind.IMAGE, now);
        project(shot, Kind.VIDEO, now);
    }

    private record Good(String id, String urls, String paths) {
    }

    private Shot.Brought brought(Shot shot, Kind kind) {
        String table = StoryboardRecords.table(kind);
        List<Object> key = List.of(shot.orgId(), shot.projectId(), shot.storyboardId());
        Optional<Integer> status = sql.sql("select generation_status from " + table + OF_SHOT
                + " order by is_deleted, id desc limit 1").params(key).query(Integer.class).optional();
        Optional<Good> good = sql.sql("select id, {kind}_urls, {kind}_local_paths from ".replace("{kind}", kind.word())
                + table + OF_SHOT + " and generation_status = 2 order by is_deleted, id desc limit 1").params(key)
                .query((row, n) -> new Good(row.getString(1), row.getString(2), row.getString(3))).optional();
        int count = sql.sql("select count(*) from " + table + OF_SHOT).params(key).query(Integer.class).single();
        List<String> jobs = sql.sql("select id from " + table + OF_SHOT + " order by id desc limit " + MOST_RECORDS)
                .params(key).query(String.class).list();
        return new Shot.Brought(status.orElse(null), good.map(Good::id).orElse(null),
                good.map(Good::urls).orElse(null), good.map(Good::paths).orElse(null), accounts(jobs), count);
    }

    private List<String> accounts(List<String> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : new ArrayList<>(new LinkedHashSet<>(sql.sql("""
                        select account_id from submissions
                         where job_id in (:jobs) and account_id is not null and state <> 'withdrawn'
                         order by granted_at, id
                        """).param("jobs", jobs).query(String.class).list()));
    }
}
