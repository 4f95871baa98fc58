package dev.atelier.db.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/**
 * Judges the prompt of a job before it joins a line, and so before anything can be paid. Where no rule is written
 * nothing is judged; else each rule that speaks leaves a row of the prompt, and what came of it all one of the job.
 */
@Component
public class JudgingPrompts {

    private static final String ALL = "rules";

    private final ModerationRules rules;
    private final Events events;
    private final JdbcClient sql;

    JudgingPrompts(ModerationRules rules, Events events, JdbcClient sql) {
        this.rules = rules;
        this.events = events;
        this.sql = sql;
    }

    /** Inside the caller's transaction. Why the job may not go on; empty: it may. */
    public Optional<String> refusal(String orgId, String jobId) {
        List<ModerationRules.Ready> ours = rules.of(orgId);
        return ours.isEmpty()
                ? Optional.empty()
                : sql.sql(Prompt.OF_JOB).param(jobId).param(orgId).query((row, n) -> Prompt.read(row)).optional()
                        .flatMap(prompt -> judged(orgId, jobId, prompt, ours));
    }

    private Optional<String> judged(String orgId, String jobId, Prompt prompt, List<ModerationRules.Ready> ours) {
        List<Matching.Words> texts = Stream.of(prompt.text(), prompt.negative()).map(Matching.Words::of).toList();
        List<Rule> hits = ours.stream().filter(rule -> texts.stream().anyMatch(rule.speaks()))
                .map(ModerationRules.Ready::rule).toList();
        Ruling ruling = hits.stream().map(Rule::decision).reduce(Ruling.ALLOW, Ruling::orStricter);
        Severity severity = hits.stream().map(Rule::severity).max(Severity::compareTo).orElse(Severity.LOW);
        hits.forEach(hit -> events.write(orgId, "prompt", prompt.id(), hit.fullName(), hit.severity(), hit.decision(),
                Map.of("kind", hit.kind().word(), "job_id", jobId)));
        events.write(orgId, "job", jobId, ALL, severity, ruling, Map.of("rules", ours.size(), "hits", hits.size()));
        events.mark(prompt, ruling, hits.stream().map(Rule::tag).filter(tag -> tag != null).toList());
        return ruling == Ruling.BLOCK
                ? Optional.of("the prompt is not allowed here by the rule " + hits.stream()
                        .filter(hit -> hit.decision() == Ruling.BLOCK).findFirst().orElseThrow().fullName()
                        + "; nothing was sent or paid. Change the prompt and post it as a new job")
                : Optional.empty();
    }
}
