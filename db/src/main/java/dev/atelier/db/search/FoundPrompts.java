package dev.atelier.db.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of found prompts, and the newest jobs that were asked with them. */
@Component
public class FoundPrompts {

    private static final int JOBS_OF_EACH = 5;

    private final JdbcClient jdbc;

    FoundPrompts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By prompt id; a prompt that the organisation does not have is left out. */
    public Map<String, FoundPrompt> of(String orgId, List<String> promptIds) {
        Map<String, FoundPrompt> found = new HashMap<>();
        if (promptIds.isEmpty()) {
            return found;
        }
        jdbc.sql("select id, text from prompts where org_id = :org and id in (:ids)").param("org", orgId)
                .param("ids", promptIds).query(row -> {
                    found.put(row.getString("id"),
                            new FoundPrompt(row.getString("id"), row.getString("text"), new ArrayList<>()));
                });
        jdbc.sql("""
                select id, prompt_id from (
                    select id, prompt_id, row_number() over (partition by prompt_id order by id desc) as place
                      from generation_jobs where org_id = :org and prompt_id in (:ids)) jobs
                 where place <= :most order by prompt_id, place
                """).param("org", orgId).param("ids", promptIds).param("most", JOBS_OF_EACH).query(row -> {
            FoundPrompt prompt = found.get(row.getString("prompt_id"));
            if (prompt != null) {
                prompt.jobIds().add(row.getString("id"));
            }
        });
        return found;
    }

    /** @param jobIds newest first, at most five */
    public record FoundPrompt(String id, String text, List<String> jobIds) {
    }
}
