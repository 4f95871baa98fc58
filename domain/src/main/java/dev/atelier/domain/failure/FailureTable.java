package dev.atelier.domain.failure;

import static dev.atelier.domain.failure.AccountEffect.COOL;
import static dev.atelier.domain.failure.AccountEffect.NONE;
import static dev.atelier.domain.failure.AccountEffect.NOT_THIS_MODEL;
import static dev.atelier.domain.failure.AccountEffect.SUSPEND_AUTH;
import static dev.atelier.domain.failure.AccountEffect.SUSPEND_RISK;
import static dev.atelier.domain.failure.AccountEffect.UNTIL_RESET;
import static dev.atelier.domain.failure.JobAction.ANOTHER_ACCOUNT;
import static dev.atelier.domain.failure.JobAction.FAIL;
import static dev.atelier.domain.failure.JobAction.FETCH_AGAIN;
import static dev.atelier.domain.failure.JobAction.PARK;
import static dev.atelier.domain.failure.JobAction.RETRY_AFTER_WAIT;

import dev.atelier.domain.attempt.Billed;

/**
 * The one table that decides after a failure. What may have been billed is never sent again by itself, whatever the
 * cell says.
 */
public final class FailureTable {

    private FailureTable() {
    }

    public static Verdict verdict(Failure failure, Phase phase) {
        Verdict cell = switch (phase) {
            case SUBMIT -> atSubmit(failure.kind());
            case LOOK -> atLook(failure.kind());
            case FETCH -> atFetch(failure.kind());
        };
        Billed billed = failure.billed() == null ? cell.billed() : failure.billed();
        boolean wouldPayTwice = billed != Billed.NO
                && (cell.job() == RETRY_AFTER_WAIT || cell.job() == ANOTHER_ACCOUNT);
        return new Verdict(cell.account(), wouldPayTwice ? PARK : cell.job(), billed, cell.code());
    }

    /** How many waits a kind of failure may use up, when that is fewer than the account allows. */
    public static int mostRetries(ErrorKind kind, int accountAllows) {
        return switch (kind) {
            // The same order refused twice more is not bad luck any longer, and each try costs the provider work.
            case CONTENT_OUTPUT, GENERATION_FAILED -> Math.min(2, accountAllows);
            default -> accountAllows;
        };
    }

    private static Verdict atSubmit(ErrorKind kind) {
        return switch (kind) {
            case AUTH -> unpaid(SUSPEND_AUTH, ANOTHER_ACCOUNT, "AUTH_EXPIRED");
            case RISK -> unpaid(SUSPEND_RISK, ANOTHER_ACCOUNT, "ACCOUNT_RISK");
            case NOT_ENTITLED -> unpaid(NOT_THIS_MODEL, ANOTHER_ACCOUNT, "NOT_ENTITLED");
            case QUOTA -> unpaid(UNTIL_RESET, ANOTHER_ACCOUNT, "QUOTA_EXCEEDED");
            case RATE_LIMIT -> unpaid(COOL, ANOTHER_ACCOUNT, "RATE_LIMIT");
            case CONCURRENCY -> unpaid(COOL, ANOTHER_ACCOUNT, "CONCURRENCY");
            case CONTENT_INPUT -> unpaid(NONE, FAIL, "CONTENT_REJECTED");
            case CONTENT_OUTPUT -> unpaid(NONE, RETRY_AFTER_WAIT, "CONTENT_REJECTED");
            case BAD_REQUEST -> unpaid(NONE, FAIL, "BAD_REQUEST");
            case PAYLOAD_TOO_LARGE -> unpaid(NONE, FAIL, "PAYLOAD_TOO_LARGE");
            case PROVIDER_BUSY -> unpaid(NONE, RETRY_AFTER_WAIT, "PROVIDER_BUSY");
            case UNREACHABLE -> unpaid(NONE, RETRY_AFTER_WAIT, "PROVIDER_UNREACHABLE");
            case TOO_LATE -> unpaid(NONE, ANOTHER_ACCOUNT, "TIMEOUT");
            case GENERATION_FAILED -> unpaid(NONE, RETRY_AFTER_WAIT, "GENERATION_FAILED");
            case TIMEOUT -> new Verdict(NONE, PARK, Billed.MAYBE, "TIMEOUT");
            case PROVIDER_ERROR, RESULT_GONE, RESULT_INVALID, TASK_EXPIRED, TASK_CANCELED ->
                new Verdict(NONE, PARK, Billed.MAYBE, "PROVIDER_ERROR");
        };
    }

    private static Verdict atLook(ErrorKind kind) {
        return switch (kind) {
            case CONTENT_INPUT -> unpaid(NONE, FAIL, "CONTENT_REJECTED");
            case CONTENT_OUTPUT -> unpaid(NONE, RETRY_AFTER_WAIT, "CONTENT_REJECTED");
            case GENERATION_FAILED -> unpaid(NONE, RETRY_AFTER_WAIT, "GENERATION_FAILED");
            case BAD_REQUEST -> unpaid(NONE, FAIL, "BAD_REQUEST");
            case PAYLOAD_TOO_LARGE -> unpaid(NONE, FAIL, "PAYLOAD_TOO_LARGE");
            case QUOTA -> unpaid(UNTIL_RESET, ANOTHER_ACCOUNT, "QUOTA_EXCEEDED");
            case RISK -> unpaid(SUSPEND_RISK, ANOTHER_ACCOUNT, "ACCOUNT_RISK");
            case RATE_LIMIT, CONCURRENCY -> unpaid(COOL, ANOTHER_ACCOUNT, "RATE_LIMIT");
            case PROVIDER_BUSY -> unpaid(NONE, RETRY_AFTER_WAIT, "PROVIDER_BUSY");
            case TASK_CANCELED -> unpaid(NONE, FAIL, "CANCELED_BY_PROVIDER");
            case TASK_EXPIRED -> unpaid(NONE, FAIL, "TASK_EXPIRED");
            case AUTH -> new Verdict(SUSPEND_AUTH, PARK, Billed.MAYBE, "AUTH_EXPIRED");
            case NOT_ENTITLED -> unpaid(NOT_THIS_MODEL, ANOTHER_ACCOUNT, "NOT_ENTITLED");
            case TIMEOUT, UNREACHABLE, TOO_LATE -> new Verdict(NONE, PARK, Billed.MAYBE, "TIMEOUT");
            case PROVIDER_ERROR, RESULT_GONE, RESULT_INVALID -> new Verdict(NONE, PARK, Billed.MAYBE, "PROVIDER_ERROR");
        };
    }

    private static Verdict atFetch(ErrorKind kind) {
        return switch (kind) {
            case RESULT_GONE -> paid(FAIL, "RESULT_EXPIRED");
            case RESULT_INVALID -> paid(FAIL, "RESULT_INVALID");
            case PAYLOAD_TOO_LARGE -> paid(FAIL, "PAYLOAD_TOO_LARGE");
            default -> paid(FETCH_AGAIN, "RESULT_UNREACHABLE");
        };
    }

    private static Verdict unpaid(AccountEffect account, JobAction job, String code) {
        return new Verdict(account, job, Billed.NO, code);
    }

    private static Verdict paid(JobAction job, String code) {
        return new Verdict(NONE, job, Billed.YES, code);
    }
}
