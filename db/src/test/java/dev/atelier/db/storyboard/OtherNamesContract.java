package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.domain.account.Site;

/** A studio that had its table before: another name, other columns, a number for a flag. */
abstract class OtherNamesContract extends ShotsContract {

    static final ProjectTable THEIRS = ProjectTable.named("tuili_xiangmu",
            Map.of("storyboard-name", "fenjing", "shot_order", "order", "image_urls", "tupian", "is_deleted", "del"));

    /** Not scanned: only the contexts that ask for it know it. */
    static class Names {

        @Bean
        ProjectTable theirTable() {
            return THEIRS;
        }
    }

    protected abstract TestDatabase migrated();

    /** Their table is there before this software starts. */
    @Override
    protected TestDatabase database() {
        TestDatabase database = migrated();
        try (DbContext before = new DbContext(database)) {
            Dialect dialect = before.get(Dialect.class);
            for (String statement : new String[]{"create table tuili_xiangmu as select * from inference_project",
                    "alter table tuili_xiangmu add primary key (org_id, project_id, storyboard_id)",
                    rename(dialect, "storyboard_name", "fenjing"), rename(dialect, "shot_order", "order"),
                    rename(dialect, "image_urls", "tupian"), "alter table tuili_xiangmu drop column is_deleted",
                    "alter table tuili_xiangmu add column del smallint",
                    "alter table tuili_xiangmu drop column version",
                    "alter table tuili_xiangmu add column version int not null default 1",
                    "alter table tuili_xiangmu drop column create_time",
                    "alter table tuili_xiangmu drop column update_time",
                    "alter table tuili_xiangmu add column update_time "
                            + (dialect.vendor().equals("mysql") ? "datetime" : "timestamptz"),
                    "alter table tuili_xiangmu drop column image_count",
                    "alter table tuili_xiangmu add column image_count int",
                    "alter table tuili_xiangmu drop column video_count",
                    "alter table tuili_xiangmu add column video_count int"}) {
                before.sql().sql(statement).update();
            }
            return reopened(before.database());
        }
    }

    private static TestDatabase reopened(TestDatabase open) {
        return new TestDatabase(open.server(), open.url(), open.user(), open.password(),
                Databases.open(open.url(), open.user(), open.password(), 10));
    }

    private static String rename(Dialect dialect, String from, String to) {
        return "alter table tuili_xiangmu rename column " + from + " to " + dialect.quoted(to);
    }

    @Override
    protected Class<?>[] more() {
        return new Class<?>[]{Names.class};
    }

    @Override
    String table() {
        return "tuili_xiangmu";
    }

    @Test
    void a_studios_own_table_is_read_and_written_by_its_own_names() {
        account("a", Site.CN, 1);
        String url = make("s-names");
        assertThat(shot("s-names").get("tupian").toString()).contains(url);
        String job = post(IMAGE, "s-names");
        db.sql().sql("update tuili_xiangmu set fenjing = '序幕', " + db.get(Dialect.class).quoted("order")
                + " = 4 where org_id = ?").param(org).update();
        sync();
        assertThat(record(job)).containsEntry("storyboard_name", "序幕");
        db.sql().sql("update tuili_xiangmu set del = 1 where org_id = ?").param(org).update();
        sync();

        assertThat(status(job)).isEqualTo(5);
        assertThat(count("select count(*) from inference_project")).isZero();
    }

    @Test
    void a_name_that_could_be_more_than_a_name_is_refused() {
        assertThatThrownBy(() -> ProjectTable.named("a; drop table orgs", Map.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("letters, digits and _");
        assertThatThrownBy(() -> ProjectTable.named("a", Map.of("work_id", "x\" --")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProjectTable.named("a", Map.of("nothing", "x")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("storyboard_name");
        assertThatThrownBy(() -> ProjectTable.named("a", Map.of("work_id", "project_id")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bear one name");
    }
}
