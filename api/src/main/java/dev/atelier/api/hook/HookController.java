package dev.atelier.api.hook;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.attempt.TakingCallbacks;
import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.providers.Provider;
import dev.atelier.providers.ThroughProxies;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where providers tell that there is something to look at. Nothing they say is believed: it only makes the watch look
 * at once, so it may come twice, in any order, or from somebody else. Not in the description: no client has a use for it.
 */
@RestController
@Hidden
class HookController {
    private static final Logger log = LoggerFactory.getLogger(HookController.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final int AGAIN_SECONDS = 30;

    private final TakingCallbacks callbacks;
    private final OpeningCredentials credentials;
    private final List<Provider> providers;
    private final ThroughProxies ways;

    HookController(TakingCallbacks callbacks, OpeningCredentials credentials, List<Provider> providers,
            ThroughProxies ways) {
        this.callbacks = callbacks;
        this.credentials = credentials;
        this.providers = providers;
        this.ways = ways;
    }

    @PostMapping("/hooks/{provider}/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(@PathVariable String provider, @PathVariable String token, HttpServletRequest request)
            throws IOException {
        SubmissionRow row = callbacks.attempt(provider, token).orElseThrow(() -> new Refused(
                Refusal.of(HttpStatus.NOT_FOUND, "not_found", "There is nothing at this address.")));
        switch (check(row, new Callback(headers(request), body(request)))) {
            case GENUINE -> log.info("provider {} calls back about job {}: {}", provider, row.jobId(),
                    callbacks.nudged(row) ? "looking now" : "nothing to hurry");
            case FORGED -> throw new Refused(Refusal.of(HttpStatus.UNAUTHORIZED, "signature_invalid",
                    "The signature is missing, is not over this body, or is older than five minutes."));
            case UNKNOWN -> throw new Refused(Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "key_unavailable",
                    "The key that this signature is checked with could not be had. Send it again.")
                    .again(AGAIN_SECONDS));
        }
    }

    /** Where the provider does not sign, that somebody knows the address is all there is. */
    private CallbackCheck check(SubmissionRow row, Callback callback) {
        for (Provider provider : providers) {
            if (provider.name().equals(row.provider())) {
                return provider instanceof Provider.SignsCallbacks
                        ? signed(provider, row, callback)
                        : CallbackCheck.GENUINE;
            }
        }
        // Switched off here: nobody can say whether it signs.
        return CallbackCheck.UNKNOWN;
    }

    private CallbackCheck signed(Provider provider, SubmissionRow row, Callback callback) {
        return credentials.of(row.accountId())
                .map(as -> ((Provider.SignsCallbacks) ways.of(provider, as)).check(callback, as))
                .orElse(CallbackCheck.UNKNOWN);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refused(Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "payload_too_large",
                    "A callback may have at most " + MOST_BYTES + " bytes."));
        }
        return body;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
