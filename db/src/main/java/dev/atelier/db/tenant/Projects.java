package dev.atelier.db.tenant;

import org.springframework.stereotype.Component;

@Component
public class Projects {

    public boolean has(String orgId, String projectId) {
        throw new IllegalStateException("not yet");
    }
}
