package dev.atelier.db.storyboard;

import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

/** What has arrived of each shot. Its row is the lock under which the shot's records change, and is nobody else's. */
@Component
class SyncedShots {

    private static final String KEY = " where source = ? and org_id = ? and project_id = ? and storyboard_id = ?";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final ProjectSql table;

    SyncedShots(JdbcClient sql, Dialect dialect, ProjectSql table) {
        this.sql = sql;
        this.dialect = dialect;
        this.table = table;
    }

    /** Whether it was seen before; asked before the lock, which makes its row. */
    boolean known(Shot shot) {
        return sql.sql("select count(*) from inference_project_synced" + KEY).params(key(shot)).query(Integer.class)
                .single() == 1;
    }

    /** True when its results are owed to the studio's table. Read the studio's row after this, never before. */
    boolean lock(Shot shot) {
        sql.sql("insert into inference_project_synced (source, org_id, project_id, storyboard_id) values (?, ?, ?, ?)"
                + dialect.orNothing("owed")).params(key(shot)).update();
        return sql.sql("select owed from inference_project_synced" + KEY + " for update").params(key(shot))
                .query(Boolean.class).single();
    }

    boolean deleted(Shot shot) {
        return sql.sql("select is_deleted from inference_project_synced" + KEY).params(key(shot)).query(Boolean.class)
                .single();
    }

    void owed(Shot shot, boolean owed) {
        sql.sql("update inference_project_synced set owed = ?" + KEY).param(owed).params(key(shot)).update();
    }

    void arrived(Shot shot, Shot.Said said) {
        sql.sql("""
                update inference_project_synced
                   set work_id = ?, project_name = ?, storyboard_name = ?, shot_order = ?, chosen_asset_id = ?,
                       is_deleted = ?""" + KEY)
                .params(Arrays.asList(said.workId(), said.projectName(), said.storyboardName(), said.order(),
                        said.chosenAssetId(), said.deleted()))
                .params(key(shot)).update();
    }

    void gone(Shot shot) {
        sql.sql("update inference_project_synced set is_deleted = true" + KEY).params(key(shot)).update();
    }

    private List<Object> key(Shot shot) {
        return List.of(table.source(), shot.orgId(), shot.projectId(), shot.storyboardId());
    }
}
