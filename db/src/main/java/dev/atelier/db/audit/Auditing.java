package dev.atelier.db.audit;

import org.springframework.stereotype.Component;

/** One row per deletion, publication, download and generation, in the change's own transaction. */
@Component
public class Auditing {

    public void record(String orgId, String actor, String action, String subjectType, String subjectId,
            String requestId) {
        throw new IllegalStateException("not yet");
    }
}
