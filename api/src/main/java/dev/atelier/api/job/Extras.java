package dev.atelier.api.job;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.atelier.api.request.Findings;
import dev.atelier.api.request.UrlRule;
import dev.atelier.db.job.NewJob;
import dev.atelier.domain.job.Kind;

/** What comes along with a job and no provider sees: storyboard, webhook, metadata. */
@Component
class Extras {
    /** Who names none wants to know when it is over, or when somebody must act. */
    static final List<String> WORTH_TELLING = List.of("job.needs_attention", "job.succeeded", "job.failed",
            "job.canceled");
    static final List<String> EVENTS = List.of("job.queued", "job.running", "job.needs_attention", "job.succeeded",
            "job.failed", "job.canceled");
    private static final int MOST_PAIRS = 20;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_STORYBOARD_FIELD = 50;
    private final UrlRule urls;

    Extras(UrlRule urls) {
        this.urls = urls;
    }

    void check(JobBody body, Kind kind, Findings findings) {
        if (body.storyboard() != null) {
            storyboard(body.storyboard(), kind, findings);
        }
        webhook(body, findings);
        metadata(body).forEach((name, value) -> pair(name, value, findings));
        if (metadata(body).size() > MOST_PAIRS) {
            findings.refuse("metadata", "must have at most " + MOST_PAIRS + " pairs");
        }
    }

    /** Said or not, the row says which events are wanted. */
    List<String> events(JobBody body) {
        if (body.webhookUrl() == null) {
            return List.of();
        }
        return body.webhookEvents() == null ? WORTH_TELLING : body.webhookEvents().stream().distinct().toList();
    }

    Map<String, String> metadata(JobBody body) {
        return body.metadata() == null ? Map.of() : body.metadata();
    }

    private static void storyboard(NewJob.Storyboard storyboard, Kind kind, Findings findings) {
        if (kind == Kind.MESH) {
            findings.refuse("storyboard", "is for image and video jobs only");
        }
        findings.required("storyboard.project_id", storyboard.projectId(), LONGEST_STORYBOARD_FIELD);
        findings.required("storyboard.project_name", storyboard.projectName(), LONGEST_STORYBOARD_FIELD);
        findings.required("storyboard.work_id", storyboard.workId(), LONGEST_STORYBOARD_FIELD);
        findings.required("storyboard.storyboard_id", storyboard.storyboardId(), LONGEST_STORYBOARD_FIELD);
    }

    private void webhook(JobBody body, Findings findings) {
        if (body.webhookUrl() != null) {
            findings.text("webhook_url", body.webhookUrl(), LONGEST_URL);
            urls.callbackViolation(body.webhookUrl()).ifPresent(violation -> findings.refuse("webhook_url", violation));
        }
        if (body.webhookEvents() == null) {
            return;
        }
        if (body.webhookUrl() == null) {
            findings.refuse("webhook_events", "means something only together with webhook_url");
        }
        for (String event : body.webhookEvents()) {
            if (event == null || !EVENTS.contains(event)) {
                findings.refuse("webhook_events", "'" + event + "' is not one of " + String.join(", ", EVENTS));
            }
        }
    }

    private static void pair(String name, String value, Findings findings) {
        String field = "metadata." + (name.length() > 60 ? name.substring(0, 60) + "…" : name);
        findings.text(field, name, LONGEST_VALUE);
        if (value == null) {
            findings.refuse(field, "must be a string");
        }
        findings.text(field, value, LONGEST_VALUE);
    }
}
