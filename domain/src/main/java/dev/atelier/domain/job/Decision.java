package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/**
 * What came to the workflow from outside since its last look. {@code by}, {@code reason} and {@code requestId} may be
 * null: a person at a command line need not give them. {@code remoteTaskId} belongs to {@code ADOPT} alone.
 */
public record Decision(Verb verb, String by, String reason, String requestId, String remoteTaskId) {

    /** {@code SUBMIT_LOST}: the submitting step ended without an answer, so its request may or may not have been sent. */
    public enum Verb implements Word {
        NONE, CANCEL, RETRY, ADOPT, SUBMIT_LOST
    }

    public static final Decision NONE = new Decision(Verb.NONE, null, null, null, null);
    public static final Decision SUBMIT_LOST = new Decision(Verb.SUBMIT_LOST, null, null, null, null);

    public static Decision cancel(String by, String reason, String requestId) {
        return new Decision(Verb.CANCEL, by, reason, requestId, null);
    }

    public static Decision retry(String by, String reason, String requestId) {
        return new Decision(Verb.RETRY, by, reason, requestId, null);
    }

    public static Decision adopt(String by, String reason, String requestId, String remoteTaskId) {
        return new Decision(Verb.ADOPT, by, reason, requestId, remoteTaskId);
    }
}
