package dev.atelier.activities.job;

import java.net.URI;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.HookTokens;
import dev.atelier.domain.job.AttemptRef;

/** The address a provider may call about one attempt. */
@Component
class CallbackAddresses {

    private final HookTokens tokens;
    private final CallbackBase base;

    CallbackAddresses(HookTokens tokens, CallbackBase base) {
        this.tokens = tokens;
        this.base = base;
    }

    /** Null when providers cannot reach us. */
    URI of(String provider, AttemptRef attempt) {
        return base.url() == null
                ? null
                : URI.create(base.url() + "/hooks/" + provider + "/" + tokens.of(provider, attempt.submissionId()));
    }
}
