package dev.atelier.db.moderation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/** What a moderator outside the house said of a job's prompt and of the images that came with it. */
@Component
public class NotingJudgements {

    private final Events events;
    private final JdbcClient sql;
    private final Transactions transactions;

    NotingJudgements(Events events, JdbcClient sql, Transactions transactions) {
        this.events = events;
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * @param assetId    the image it is about; null: the prompt, or an image that is none of ours
     * @param categories what it is flagged for
     */
    public record Remark(String assetId, Ruling ruling, Set<String> categories) {
    }

    /** @param by the moderator's model */
    public void noted(String orgId, String jobId, String by, List<Remark> remarks) {
        transactions.run(() -> {
            Ruling all = remarks.stream().map(Remark::ruling).reduce(Ruling.ALLOW, Ruling::orStricter);
            Set<String> tags = new TreeSet<>();
            sql.sql(Prompt.OF_JOB).param(jobId).param(orgId).query((row, n) -> Prompt.read(row)).optional()
                    .ifPresent(prompt -> {
                        for (Remark remark : remarks) {
                            boolean asset = remark.assetId() != null;
                            tags.addAll(remark.categories());
                            events.write(orgId, asset ? "asset" : "prompt", asset ? remark.assetId() : prompt.id(),
                                    "moderator:" + by, severity(remark.ruling()), remark.ruling(),
                                    Map.of("job_id", jobId, "categories", remark.categories()));
                        }
                        events.mark(prompt, all, List.copyOf(tags));
                    });
            events.write(orgId, "job", jobId, "moderator:" + by, severity(all), all,
                    Map.of("asked", remarks.size(), "categories", tags));
        });
    }

    private static Severity severity(Ruling ruling) {
        return switch (ruling) {
            case ALLOW -> Severity.LOW;
            case FLAG -> Severity.MEDIUM;
            case BLOCK -> Severity.HIGH;
        };
    }
}
