package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.moderation.ModerationRules;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.SubmitOutcome;

/** What rules and providers say of a prompt, and what becomes of its job. */
abstract class ModeratingContract extends JobContract {

    private static final String RULES = """
            rule_set: house
            rules:
              - {name: weapons, kind: keyword, match: [bomb recipe, 炸弹], decision: block, severity: high, tag: violence}
              - {name: people, kind: regex, match: ['portrait of .+'], decision: flag, tag: likeness}
              - {name: tried-out, kind: keyword, match: [secret], decision: allow, severity: low}
            """;

    @AfterEach
    void withoutRules() {
        for (String set : List.of("house", "own")) {
            load("{rule_set: " + set + ", rules: []}");
        }
        db.sql().sql("delete from moderation_events").update();
    }

    @Test
    void where_no_rule_is_written_nothing_is_judged() {
        account("k1", 1, 0);
        JobRef job = asked("a bomb recipe", null);
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
        assertThat(events(job)).isEmpty();
        assertThat(prompt(job)).isEqualTo("null null");
    }

    @Test
    void a_blocked_job_ends_before_it_joins_a_line() {
        account("k1", 1, 0);
        load(RULES);
        JobRef job = asked("A bomb   recipe, portrait of Ada", null);
        assertThat(open(job)).isInstanceOf(Next.Ended.class);
        assertThat(open(job)).as("opened again").isInstanceOf(Next.Ended.class);
        assertThat(view(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(view(job).error().code()).isEqualToIgnoringCase("content_blocked");
        assertThat(view(job).error().message()).contains("house/weapons").contains("nothing was sent or paid")
                .doesNotContain("bomb").doesNotContain("Ada");
        assertThat(view(job).error().retryable()).isFalse();
        assertThat(submissions(job)).isZero();
        assertThat(events(job)).containsExactlyInAnyOrder("prompt house/weapons high block",
                "prompt house/people medium flag", "job rules high block");
        assertThat(prompt(job)).isEqualTo("block [likeness, violence]");
    }

    @Test
    void what_must_not_be_in_it_counts_too() {
        load(RULES);
        JobRef job = asked("a fox", "炸弹");
        assertThat(open(job)).isInstanceOf(Next.Ended.class);
    }

    @Test
    void a_flagged_job_goes_on_and_leaves_its_mark() {
        account("k1", 1, 0);
        load(RULES);
        JobRef job = asked("a portrait of Ada", null);
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
        open(job);
        assertThat(events(job)).as("once, however often it is opened").containsExactlyInAnyOrder(
                "prompt house/people medium flag", "job rules medium flag");
        assertThat(prompt(job)).isEqualTo("flag [likeness]");
    }

    @Test
    void what_is_allowed_is_written_down_and_a_rule_can_be_tried_out() {
        account("k1", 2, 0);
        load(RULES);
        JobRef plain = asked("a fox", null);
        open(plain);
        assertThat(events(plain)).containsExactly("job rules low allow");
        JobRef noted = asked("a secret garden", null);
        assertThat(open(noted)).isInstanceOf(Next.Submit.class);
        assertThat(events(noted)).containsExactlyInAnyOrder("prompt house/tried-out low allow", "job rules low allow");
        assertThat(prompt(noted)).isEqualTo("allow null");
    }

    @Test
    void a_set_replaces_the_one_of_its_name_and_another_organisations_rules_are_not_ours() {
        account("k1", 2, 0);
        load(RULES);
        load("{rule_set: house, rules: [{name: cats, kind: keyword, match: [cat], decision: block}]}");
        load("{rule_set: own, organisation: " + Ids.next()
                + ", rules: [{name: dogs, kind: keyword, match: [dog], decision: block}]}");
        assertThat(open(asked("a bomb recipe for a dog", null))).isInstanceOf(Next.Submit.class);
        assertThat(open(asked("a cat", null))).isInstanceOf(Next.Ended.class);
    }

    @Test
    void what_a_provider_refuses_is_written_down_as_well() {
        account("k1", 1, 0);
        JobRef job = asked("a fox", null);
        AttemptRef attempt = sending(job);
        record(attempt, notSent(ErrorKind.CONTENT_INPUT));
        assertThat(view(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(events(job)).containsExactlyInAnyOrder("prompt provider:ark medium block",
                "job provider:ark medium block");
        assertThat(prompt(job)).isEqualTo("block [refused-by-provider]");
        assertThat(db.sql().sql("select details from moderation_events where subject_id = :id")
                .param("id", job.jobId()).query(String.class).single()).contains("Code", attempt.submissionId());
    }

    @Test
    void tags_that_others_wrote_otherwise_do_not_keep_a_refusal_from_being_recorded() {
        account("k1", 1, 0);
        JobRef job = asked("a fox", null);
        AttemptRef attempt = sending(job);
        db.sql().sql("update prompts set safety_tags = '{\"by\": \"others\"}' where id ="
                + " (select prompt_id from generation_jobs where id = :id)").param("id", job.jobId()).update();
        record(attempt, notSent(ErrorKind.CONTENT_INPUT));
        assertThat(view(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(prompt(job)).isEqualTo("block [refused-by-provider]");
    }

    @Test
    void a_result_that_was_refused_flags_its_prompt() {
        account("k1", 1, 0);
        JobRef job = asked("a fox", null);
        AttemptRef attempt = sending(job);
        record(attempt, new SubmitOutcome.Answered(
                new Finished.Failed(Failure.of(ErrorKind.CONTENT_OUTPUT, "Out", "refused")), EXCHANGE));
        assertThat(events(job)).containsExactly("job provider:ark medium block");
        assertThat(prompt(job)).isEqualTo("flag [refused-by-provider]");
    }

    @Test
    void no_other_failure_says_anything_of_the_content() {
        account("k1", 1, 0);
        JobRef job = asked("a fox", null);
        record(sending(job), notSent(ErrorKind.RATE_LIMIT));
        assertThat(events(job)).isEmpty();
    }

    private void load(String yaml) {
        db.get(ModerationRules.class).load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private JobRef asked(String prompt, String negative) {
        Posted posted = db.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req-1",
                db.get(Catalogue.class).find(IMAGE).orElseThrow(),
                new Input(prompt, negative, List.of(), null, null, null, null, null, "url"), null, 5, null, null,
                Map.of(), now().plus(Duration.ofHours(24)), null, null));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), org, job.kind(), job.provider());
    }

    private List<String> events(JobRef job) {
        return db.sql().sql("""
                select e.subject_type, e.rule, e.severity, e.decision
                  from moderation_events e, generation_jobs j
                 where j.id = :id and e.org_id = j.org_id and e.subject_id in (j.id, j.prompt_id)
                """).param("id", job.jobId()).query((row, n) -> String.join(" ", row.getString(1), row.getString(2),
                row.getString(3), row.getString(4))).list();
    }

    private String prompt(JobRef job) {
        return db.sql().sql("""
                select p.moderation_status, p.safety_tags
                  from prompts p join generation_jobs j on j.prompt_id = p.id where j.id = :id
                """).param("id", job.jobId()).query((row, n) -> row.getString(1) + " " + tags(row.getString(2)))
                .single();
    }

    private static String tags(String json) {
        return json == null ? null : json.replace("\"", "").replaceAll(", *", ", ");
    }
}
