package dev.atelier.db.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.text.SearchTerms;

/**
 * Finds prompts by their words. Rare words come from the index; what many prompts have is met soon by walking the jobs
 * from the newest on. So both are quick, and neither depends on what a planner guesses.
 */
@Component
public class SearchingPrompts {

    /** More finds than this and walking is quicker. */
    private static final int FEW = 3_000;

    private final JdbcClient jdbc;
    private final Dialect dialect;

    SearchingPrompts(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** What {@code prompts.search_terms} holds of a text. */
    public static String termsOf(String text) {
        return String.join(" ", SearchTerms.of(text));
    }

    /** The condition on {@code generation_jobs.prompt_id}; empty when no prompt of the organisation has the words. */
    public Optional<Found> find(String orgId, String words) {
        List<String> terms = SearchTerms.asked(words);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        List<String> prompts = jdbc
                .sql("select id from prompts where org_id = :org and " + dialect.hasTerms("search_terms", ":terms")
                        + " limit :most")
                .param("org", orgId).param("terms", dialect.terms(terms)).param("most", FEW + 1).query(String.class)
                .list();
        if (prompts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(prompts.size() <= FEW
                ? new Found("prompt_id in (:prompts)", Map.of("prompts", prompts))
                : walking(terms));
    }

    /** The same condition looked up job by job; empty when there is no word in it. */
    public Optional<Found> walking(String words) {
        List<String> terms = SearchTerms.asked(words);
        return terms.isEmpty() ? Optional.empty() : Optional.of(walking(terms));
    }

    private static Found walking(List<String> terms) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int term = 0; term < terms.size(); term++) {
            conditions.add("concat(' ', p.search_terms, ' ') like :term" + term);
            parameters.put("term" + term, "% " + terms.get(term) + " %");
        }
        // A value, not an "exists", which PostgreSQL turns around and begins with all prompts there are.
        return new Found("(select case when " + String.join(" and ", conditions)
                + " then 1 else 0 end from prompts p where p.id = generation_jobs.prompt_id) = 1", parameters);
    }

    public record Found(String condition, Map<String, Object> parameters) {
    }
}
