package dev.atelier.api.request;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import dev.atelier.api.ApiSettings;

/** Absolute addresses, as the caller can reach them. */
@Component
public class Links {
    private final ApiSettings settings;

    Links(ApiSettings settings) {
        this.settings = settings;
    }

    public String to(String path) {
        String base = settings.publicUrl() != null
                ? settings.publicUrl()
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return base + path;
    }

    /** In Temporal's Web UI, or null where there is none. */
    public String toWorkflow(String workflowId) {
        return settings.temporalUiUrl() == null
                ? null
                : settings.temporalUiUrl() + "/namespaces/" + settings.temporalNamespace() + "/workflows/" + workflowId;
    }
}
