package dev.atelier.api.job;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.db.tenant.Caller;
import dev.atelier.db.webhook.WebhookSecrets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** With this a receiver verifies that a webhook is ours (Standard Webhooks). */
@RestController
@Tag(name = "webhooks")
class WebhookSecretController {

    private final WebhookSecrets secrets;

    WebhookSecretController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    record Secret(String secret) {
    }

    @GetMapping("/v1/webhooks/secret")
    @Operation(summary = "The organisation's secret, whsec_…, to verify webhooks with")
    Secret secret(Caller caller) {
        return new Secret(secrets.of(caller.orgId()));
    }
}
