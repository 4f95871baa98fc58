package dev.atelier.db.moderation;

import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/** What a provider refused for its content: of the prompt when it was what was asked, of the job when it was made. */
@Component
public class NotingRefusals {

    private static final String TAG = "refused-by-provider";

    private final Events events;
    private final JdbcClient sql;

    NotingRefusals(Events events, JdbcClient sql) {
        this.events = events;
        this.sql = sql;
    }

    /** Inside the caller's transaction, once for each attempt that failed; anything but content is passed over. */
    public void noted(String orgId, String jobId, String submissionId, String provider, Failure failure, Phase phase) {
        boolean asked = failure.kind() == ErrorKind.CONTENT_INPUT;
        if (!asked && failure.kind() != ErrorKind.CONTENT_OUTPUT) {
            return;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", failure.kind().word());
        details.put("phase", phase.name().toLowerCase(java.util.Locale.ROOT));
        details.put("provider_code", failure.providerCode());
        details.put("submission_id", submissionId);
        String rule = "provider:" + provider;
        Ruling ruling = asked ? Ruling.BLOCK : Ruling.FLAG;
        sql.sql(Prompt.OF_JOB).param(jobId).param(orgId).query((row, n) -> Prompt.read(row)).optional()
                .ifPresent(prompt -> {
                    if (asked) {
                        events.write(orgId, "prompt", prompt.id(), rule, Severity.MEDIUM, ruling, details);
                    }
                    events.mark(prompt, ruling, List.of(TAG));
                });
        events.write(orgId, "job", jobId, rule, Severity.MEDIUM, Ruling.BLOCK, details);
    }
}
