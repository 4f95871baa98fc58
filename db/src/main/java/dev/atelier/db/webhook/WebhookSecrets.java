package dev.atelier.db.webhook;

import java.util.Base64;

import org.springframework.stereotype.Component;

import dev.atelier.db.secret.Secrets;

/** The secret an organisation verifies our webhooks with: derived, so nothing of it is stored. */
@Component
public class WebhookSecrets {

    private final Secrets secrets;

    WebhookSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** {@code whsec_} and 32 bytes in base64. */
    public String of(String orgId) {
        return WebhookSignature.PREFIX
                + Base64.getEncoder().encodeToString(secrets.derived("atelier webhook secret", orgId));
    }
}
