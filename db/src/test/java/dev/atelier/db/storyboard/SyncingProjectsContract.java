package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

abstract class SyncingProjectsContract extends ShotsContract {

    private void plainSql(String set, String storyboard, Object... values) {
        db.sql().sql("update " + table() + " set " + set + " where org_id = ? and storyboard_id = ?")
                .params(List.of(values)).params(List.of(org, storyboard)).update();
    }

    private JobStatus jobStatus(String job) {
        return db.get(ReadingJobs.class).find(org, job).orElseThrow().status();
    }

    @Test
    void a_rename_a_choice_and_an_order_arrive_in_the_records_within_one_sync() {
        String job = post(IMAGE, "s-rename");
        String film = post(VIDEO, "s-rename");
        sync();
        plainSql("project_name = ?, storyboard_name = ?, shot_order = 7, chosen_asset_id = ?", "s-rename", "石头记🪁",
                "开场", Ids.next());
        sync();

        assertThat(record(job)).containsEntry("project_name", "石头记🪁").containsEntry("storyboard_name", "开场")
                .containsEntry("update_by", "project-sync");
        assertThat(((Number) record(job).get("shot_order")).intValue()).isEqualTo(7);
        assertThat(record(job).get("chosen_asset_id")).isNotNull();
        assertThat(count("""
                select count(*) from jimeng_video_generation_records where id = ? and shot_order = 7
                """, film)).isEqualTo(1);
    }

    @Test
    void a_change_of_case_alone_is_a_change_and_taking_a_value_back_as_well() {
        String job = post(IMAGE, "s-case");
        plainSql("storyboard_name = 'dawn', shot_order = 1", "s-case");
        sync();
        plainSql("storyboard_name = 'Dawn', shot_order = null", "s-case");
        sync();

        assertThat(record(job)).containsEntry("storyboard_name", "Dawn").containsEntry("shot_order", null);
    }

    @Test
    void a_second_sync_finds_nothing_to_do() {
        String job = post(IMAGE, "s-twice");
        sync();
        Object version = record(job).get("version");

        assertThat(sync()).isZero();
        assertThat(record(job).get("version")).isEqualTo(version);
    }

    @Test
    void a_new_job_is_called_what_the_project_says_and_not_what_the_job_says() {
        post(IMAGE, "s-name");
        plainSql("project_name = 'ours'", "s-name");

        assertThat(record(post(IMAGE, "s-name"))).containsEntry("project_name", "ours");
    }

    @Test
    void a_deletion_cancels_the_running_job_and_makes_the_record_history() {
        account("a", Site.CN, 1);
        String running = post(IMAGE, "s-gone");
        granted(running, Kind.IMAGE);
        String inLine = post(VIDEO, "s-gone");
        sync();
        plainSql("is_deleted = true", "s-gone");
        sync();

        assertThat(jobStatus(running)).isEqualTo(JobStatus.CANCELED);
        assertThat(jobStatus(inLine)).isEqualTo(JobStatus.CANCELED);
        assertThat(status(running)).isEqualTo(5);
        assertThat(record(running).get("live_key")).isNull();
        assertThat(sync()).isZero();
    }

    @Test
    void a_row_that_was_deleted_for_good_counts_as_a_deletion_even_before_the_first_sync() {
        String job = post(IMAGE, "s-row");
        db.sql().sql("delete from " + table() + " where org_id = ? and storyboard_id = ?").param(org).param("s-row")
                .update();
        sync();

        assertThat(jobStatus(job)).isEqualTo(JobStatus.CANCELED);
        assertThat(record(job).get("live_key")).isNull();
    }

    @Test
    void a_deletion_taken_back_gives_the_latest_record_its_life_back() {
        post(IMAGE, "s-back");
        String latest = post(IMAGE, "s-back");
        plainSql("is_deleted = true", "s-back");
        sync();
        plainSql("is_deleted = false", "s-back");
        sync();

        assertThat(record(latest).get("live_key")).isNotNull();
    }

    @Test
    void a_change_that_commits_after_a_later_one_was_synced_is_not_lost() throws SQLException {
        String late = post(IMAGE, "s-late");
        String soon = post(IMAGE, "s-soon");
        sync();
        try (Connection other = db.database().source().getConnection(); Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("update " + table() + " set storyboard_name = 'late', update_time = '2001-01-01 00:00:00'"
                    + " where org_id = '" + org + "' and storyboard_id = 's-late'");
            plainSql("storyboard_name = 'soon'", "s-soon");
            sync();
            assertThat(record(soon)).containsEntry("storyboard_name", "soon");
            other.commit();
            other.setAutoCommit(true);
        }
        sync();

        assertThat(record(late)).containsEntry("storyboard_name", "late");
    }

    @Test
    void a_row_that_another_program_holds_stops_no_job_and_is_written_by_the_next_sync() throws Exception {
        account("a", Site.CN, 1);
        AttemptRef attempt = sending(post(IMAGE, "s-held"), Kind.IMAGE);
        String url;
        try (Connection other = db.database().source().getConnection(); Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("update " + table() + " set shot_order = 3 where org_id = '" + org
                    + "' and storyboard_id = 's-held'");
            url = CompletableFuture.supplyAsync(() -> made(attempt)).get(20, TimeUnit.SECONDS);
            other.commit();
            other.setAutoCommit(true);
        }
        assertThat(shot("s-held").get("image_urls")).isNull();
        sync();
        assertThat(shot("s-held").get("image_urls").toString()).contains(url);
    }

    @Test
    void records_that_the_table_has_not_heard_of_get_their_rows() {
        account("a", Site.CN, 1);
        String url = make("s-old");
        db.sql().sql("delete from " + table()).update();
        db.sql().sql("delete from inference_project_synced").update();
        sync();

        assertThat(shot("s-old").get("image_urls").toString()).contains(url);
        assertThat(shot("s-old").get("project_name")).isEqualTo("红楼");
    }

    @Test
    void shots_of_another_organisation_are_not_touched() {
        String mine = post(IMAGE, "s-mine");
        sync();
        db.sql().sql("insert into " + table() + " (org_id, project_id, storyboard_id, storyboard_name, is_deleted)"
                + " values (?, 'p1', 's-mine', 'theirs', true)").param(Ids.next()).update();
        sync();

        assertThat(jobStatus(mine)).isEqualTo(JobStatus.PENDING);
        assertThat(record(mine)).containsEntry("storyboard_name", null);
    }
}
