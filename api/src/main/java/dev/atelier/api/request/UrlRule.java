package dev.atelier.api.request;

import java.util.Optional;

/** Whether an address may be one that we are asked to call. */
public interface UrlRule {
    /** What is wrong with it, or empty. Nothing is resolved and nothing is called. */
    Optional<String> violation(String url);

    /** The same for an address that we are to post to: a receiver of ours has a name. */
    Optional<String> callbackViolation(String url);
}
