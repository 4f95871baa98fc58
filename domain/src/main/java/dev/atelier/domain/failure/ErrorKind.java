package dev.atelier.domain.failure;

import dev.atelier.domain.Word;

/** Every way a provider, a network or a result may fail, in our words; adapters translate into these. */
public enum ErrorKind implements Word {
    /** The credential is not accepted. */
    AUTH,
    /** The provider suspects the account. */
    RISK,
    /** This account may not use this model. */
    NOT_ENTITLED,
    /** Out of credit, overdue, or the day's quota is used. */
    QUOTA,
    /** Too many requests in a time. */
    RATE_LIMIT,
    /** Too many tasks at once. */
    CONCURRENCY, CONTENT_INPUT, CONTENT_OUTPUT, BAD_REQUEST, PAYLOAD_TOO_LARGE,
    /** Documented as overloaded and not accepted. */
    PROVIDER_BUSY, GENERATION_FAILED, TASK_EXPIRED,
    /** The provider's own cancel took effect. */
    TASK_CANCELED,
    /** No connection could be made. */
    UNREACHABLE, TIMEOUT,
    /** The answer cannot be read, or is a 5xx the provider does not document. */
    PROVIDER_ERROR,
    /** The result's address no longer answers. */
    RESULT_GONE,
    /** The result's bytes are not what was asked for. */
    RESULT_INVALID,
    /** The sending time passed before the first byte left. */
    TOO_LATE
}
