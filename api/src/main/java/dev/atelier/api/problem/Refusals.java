package dev.atelier.api.problem;

import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What each exception means to the caller. Nothing of an unexpected one is shown. */
final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int DATABASE_PAUSE_SECONDS = 5;

    private Refusals() {
    }

    static Refusal of(Throwable thrown) {
        return switch (thrown) {
            case Refused refused -> refused.refusal();
            case HttpMessageNotReadableException unreadable -> UnreadableBody.of(unreadable.getCause());
            case MethodArgumentTypeMismatchException odd -> Refusal.of(HttpStatus.BAD_REQUEST, "invalid_parameter",
                    odd.getName() + " has a value that cannot be understood.");
            case MaxUploadSizeExceededException large -> Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "payload_too_large",
                    "The request is larger than this server takes.");
            case MultipartException broken -> Refusal.of(HttpStatus.BAD_REQUEST, "invalid_multipart",
                    "Send multipart/form-data with one part named file.");
            case HttpRequestMethodNotSupportedException method -> Refusal.of(HttpStatus.METHOD_NOT_ALLOWED,
                    "method_not_allowed", method.getMethod() + " is not possible here; see the Allow header.")
                    .with(method.getHeaders());
            case HttpMediaTypeNotSupportedException type -> Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported_media_type", "Send one of " + type.getSupportedMediaTypes() + ".")
                    .with(type.getHeaders());
            case NoResourceFoundException nothing -> Refusal.of(HttpStatus.NOT_FOUND, "not_found",
                    "There is nothing at this address; GET /openapi.json tells what there is.");
            case AccessDeniedException denied -> forbidden();
            case ErrorResponse known -> ofStatus(known.getStatusCode(), known.getBody().getDetail())
                    .with(known.getHeaders());
            case Throwable other when databaseDown(other) -> databaseUnavailable(other);
            default -> unexpected(thrown);
        };
    }

    static Refusal forbidden() {
        return Refusal.of(HttpStatus.FORBIDDEN, "forbidden", "This key lacks the scope that is needed here.");
    }

    static Refusal ofStatus(HttpStatusCode status, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String word = known == null ? "error" : known.name().toLowerCase(Locale.ROOT);
        String code = status.value() == 500 ? "internal_error" : word;
        return Refusal.of(status, code, detail == null ? "The request cannot be answered." : detail);
    }

    private static Refusal databaseUnavailable(Throwable thrown) {
        log.warn("database unavailable: {}", thrown.toString());
        return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "database_unavailable",
                "The database does not answer at the moment. Nothing was lost; send the request again.")
                .again(DATABASE_PAUSE_SECONDS);
    }

    private static Refusal unexpected(Throwable thrown) {
        log.error("request failed unexpectedly", thrown);
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error",
                "Something went wrong on our side. Tell us the request id.");
    }

    private static boolean databaseDown(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            boolean down = switch (each) {
                case DataAccessResourceFailureException gone -> true;
                case RecoverableDataAccessException gone -> true;
                case QueryTimeoutException slow -> true;
                case TransientDataAccessException passing -> true;
                case CannotCreateTransactionException noConnection -> true;
                case TransactionSystemException lost -> true;
                default -> false;
            };
            if (down) {
                return true;
            }
        }
        return false;
    }
}
