package dev.atelier.db.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

import dev.atelier.domain.moderation.Ruling;

/** What of a prompt is judged, and what was said of it so far. */
record Prompt(String id, String text, String negative, Ruling ruling, String safetyTags) {

    static final String OF_JOB = """
            select p.id, p.text, p.negative_text, p.moderation_status, p.safety_tags
              from generation_jobs j join prompts p on p.id = j.prompt_id
             where j.id = ? and j.org_id = ?
            """;

    static Prompt read(ResultSet row) throws SQLException {
        String said = row.getString("moderation_status");
        return new Prompt(row.getString("id"), row.getString("text"), row.getString("negative_text"),
                Arrays.stream(Ruling.values()).filter(each -> each.word().equals(said)).findFirst().orElse(null),
                row.getString("safety_tags"));
    }
}
