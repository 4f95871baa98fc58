package dev.atelier.db.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.atelier.db.schema.Table;
import dev.atelier.db.testing.DbContract;

/** Sample data takes every table's rules, and leaves nothing that a worker would pick up. */
abstract class SamplesContract extends DbContract {

    /** The pool and what hangs on it is no tenant's sample; keys are never made by a sample. */
    private static final Set<String> LEFT_OUT = Set.of("jimeng_accounts", "jimeng_image_generation_records",
            "jimeng_video_generation_records", "providers", "provider_models", "api_keys", "audit_logs");

    @Test
    void every_table_of_the_documents_gets_rows_and_no_job_is_open() {
        FillingSamples filling = db.get(FillingSamples.class);

        Map<String, Integer> written = filling.fill("Sample studio");

        Set<String> wanted = Table.rows("/seeds/columns.tsv").stream().map(row -> row[0])
                .filter(table -> !LEFT_OUT.contains(table)).collect(Collectors.toSet());
        assertThat(written.keySet()).containsAll(wanted);
        assertThat(filling.exists("Sample studio")).isTrue();
        assertThat(db.sql().sql("""
                select count(*) from generation_jobs where status in ('pending', 'queued', 'running') or tell_at is not null
                """).query(Integer.class).single()).isZero();
    }
}
