package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.sample.FillingSamples;
import dev.atelier.db.schema.Table;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Kind;

/** Columns that no reader of ours needs are written all the same: those who query the tables count on them. */
abstract class WritersContract extends ShotsContract {

    private static final Path ROWS = Path.of("src", "main", "java", "dev", "atelier", "db");

    private void written(Map<String, Object> row, List<String> columns) {
        assertThat(columns).allSatisfy(column -> assertThat(row.get(column)).as(column).isNotNull());
    }

    @Test
    void an_image_that_was_made_leaves_its_figures_in_the_rows_of_the_job_its_record_and_its_file() {
        account("a", Site.HK, 1);
        String job = post(IMAGE, "s-written");
        AttemptRef attempt = sending(job, Kind.IMAGE);
        db.clock().advance(Duration.ofSeconds(7));
        made(attempt);

        written(db.sql().sql("select * from generation_jobs where id = ?").param(job).query().singleRow(),
                List.of("queue_latency_ms", "latency_ms", "worker_id", "scheduler_lane", "queue_id",
                        "billed_units_json", "started_at", "completed_at", "created_by"));
        written(record(job), List.of("generation_time", "image_local_paths", "image_urls", "site_used",
                "original_session_id", "create_by", "update_by"));
        assertThat(((Number) record(job).get("generation_time")).intValue()).isEqualTo(7);
        written(db.sql().sql("select * from assets where job_id = ?").param(job).query().singleRow(),
                List.of("md5", "sha256", "size_bytes", "mime_type", "etag", "storage_region"));
    }

    @Test
    void each_column_of_the_documents_is_written_or_reserved_with_a_reason_and_never_both() {
        account("a", Site.HK, 1);
        make("s-image");
        made(sending(post(VIDEO, "s-video"), Kind.VIDEO));
        db.get(FillingSamples.class).fill("Sample studio of writers");

        Map<String, List<String>> columns = Table.rows("/seeds/columns.tsv").stream().collect(
                Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));
        Set<String> empty = new TreeSet<>();
        columns.forEach((table, names) -> names.stream().filter(name -> count("select count(*) from " + table
                + " where " + db.get(Dialect.class).quoted(name) + " is not null") == 0)
                .forEach(name -> empty.add(table + "." + name)));

        Table.rows("/seeds/elsewhere.tsv").forEach(row -> {
            assertThat(ROWS.resolve(row[2])).content()
                    .contains(row[1].replaceFirst("^(image|video)(?=_unavailable)", ""));
            empty.remove(row[0] + "." + row[1]);
        });
        List<String[]> reserved = Table.rows("/seeds/reserved.tsv");
        assertThat(empty).containsExactlyInAnyOrderElementsOf(
                reserved.stream().map(row -> row[0] + "." + row[1]).toList());
        assertThat(Path.of("..", "docs", "data-model.md")).content().contains(
                reserved.stream().map(row -> "* `" + row[0] + "." + row[1] + "`: " + row[2]).toList());
    }
}
