package dev.atelier.db.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.atelier.db.job.JobFilter;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.PostedJobs;

abstract class SearchContract extends DbContract {

    private String org;
    private String first;
    private String second;

    @BeforeAll
    void post() {
        org = db.get(Organisations.class).ensure("searchers");
        PostedJobs jobs = new PostedJobs(db, org);
        first = jobs.post("ark/seedream-4.5", null, null, null);
        db.clock().advance(Duration.ofSeconds(1));
        second = jobs.post("ark/seedream-4.5", null, null, null);
    }

    private List<String> found(String orgId, String words, String after) {
        return db.get(ReadingJobs.class)
                .list(orgId, new JobFilter(null, null, null, null, null, null, words, 10, after)).stream()
                .map(JobView::id).toList();
    }

    @Test
    void words_of_the_prompt_find_its_jobs_newest_first() {
        assertThat(found(org, "KITE red", null)).containsExactly(second, first);
    }

    @Test
    void a_chinese_word_inside_the_prompt_finds_it() {
        assertThat(found(org, "风筝", null)).containsExactly(second, first);
        assertThat(found(org, "红", null)).containsExactly(second, first);
        assertThat(found(org, "色红", null)).isEmpty();
    }

    @Test
    void all_words_must_be_there() {
        assertThat(found(org, "red balloon", null)).isEmpty();
        assertThat(found(org, "%' _ \\", null)).isEmpty();
    }

    @Test
    void a_short_or_common_word_counts_like_any_other() {
        assertThat(found(org, "a kite", null)).containsExactly(second, first);
    }

    @Test
    void pages_go_on_after_the_last_job() {
        assertThat(found(org, "kite", second)).containsExactly(first);
        assertThat(found(org, null, second)).containsExactly(first);
    }

    @Test
    void what_many_prompts_have_is_met_by_walking() {
        SearchingPrompts.Found walk = db.get(SearchingPrompts.class).walking("红色风筝 red").orElseThrow();
        assertThat(db.sql().sql("select count(*) from generation_jobs where org_id = :org and " + walk.condition())
                .param("org", org).params(walk.parameters()).query(Integer.class).single()).isEqualTo(2);
        assertThat(db.get(ReadingJobs.class).list(org,
                new JobFilter(null, null, null, null, null, null, "kite", 1, null)))
                .hasSize(2);
    }

    @Test
    void another_organisation_finds_nothing() {
        assertThat(found(db.get(Organisations.class).ensure("others"), "kite", null)).isEmpty();
    }
}
