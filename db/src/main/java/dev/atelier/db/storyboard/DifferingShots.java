package dev.atelier.db.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

/**
 * Where the studio's table and what has arrived of it differ. States are compared, not times or logs: so the other
 * program's clock, zone, order of commits and discipline do not matter. No trigger either, since MySQL asks for a
 * privilege for them, and neither {@code truncate} nor a bulk load need fire them.
 */
@Component
class DifferingShots {

    private static final Shot FIRST = new Shot("00000000-0000-0000-0000-000000000000", "", "");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final ProjectSql table;

    DifferingShots(JdbcClient sql, Dialect dialect, ProjectSql table) {
        this.sql = sql;
        this.dialect = dialect;
        this.table = table;
    }

    /** How to ask for the next ones after a shot, in the order of their keys. */
    interface Search {

        List<Shot> after(Shot last, int most);

        default Shot first() {
            return FIRST;
        }
    }

    List<Search> searches() {
        return List.of(this::changed, this::goneOrOwed, (last, most) -> unknown("image", last, most),
                (last, most) -> unknown("video", last, most));
    }

    private List<Shot> changed(Shot last, int most) {
        String differing = Stream.of("work_id", "project_name", "storyboard_name", "shot_order", "chosen_asset_id")
                .map(field -> dialect.differ("p.{" + field + "}", "s." + field)).collect(Collectors.joining(" or "));
        return find("""
                select p.{org_id}, p.{project_id}, p.{storyboard_id}
                  from {TABLE} p left join inference_project_synced s on s.source = ? and SAME
                 where (s.source is null or DELETED <> s.is_deleted or DIFFERING)
                   and (p.{org_id}, p.{project_id}, p.{storyboard_id}) > (?, ?, ?)
                 order by p.{org_id}, p.{project_id}, p.{storyboard_id} limit ?
                """.replace("DELETED", dialect.isTrue("p.{is_deleted}")).replace("DIFFERING", differing), last, most);
    }

    private List<Shot> goneOrOwed(Shot last, int most) {
        return find("""
                select s.org_id, s.project_id, s.storyboard_id
                  from inference_project_synced s left join {TABLE} p on SAME
                 where s.source = ? and ((p.{project_id} is null and s.is_deleted = false) or s.owed = true)
                   and (s.org_id, s.project_id, s.storyboard_id) > (?, ?, ?)
                 order by s.org_id, s.project_id, s.storyboard_id limit ?
                """, last, most);
    }

    /** Shots of records older than the table, or of a table that has taken another's place. */
    private List<Shot> unknown(String kind, Shot last, int most) {
        return find("""
                select r.org_id, r.project_id, r.storyboard_id
                  from jimeng_KIND_generation_records r
                  left join inference_project_synced s on s.source = ? and s.org_id = r.org_id
                        and s.project_id = r.project_id and s.storyboard_id = r.storyboard_id
                 where r.live_key is not null and s.source is null
                   and (r.org_id, r.project_id, r.storyboard_id) > (?, ?, ?)
                 order by r.org_id, r.project_id, r.storyboard_id limit ?
                """.replace("KIND", kind), last, most);
    }

    private List<Shot> find(String statement, Shot last, int most) {
        String same = Stream.of("org_id", "project_id", "storyboard_id")
                .map(field -> dialect.same("p.{" + field + "}", "s." + field)).collect(Collectors.joining(" and "));
        List<Object> params = new ArrayList<>(List.of(table.source(), last.orgId(), last.projectId(),
                last.storyboardId(), most));
        return sql.sql(table.named(statement.replace("SAME", same))).params(params)
                .query((row, number) -> new Shot(row.getString(1), row.getString(2), row.getString(3))).list();
    }
}
