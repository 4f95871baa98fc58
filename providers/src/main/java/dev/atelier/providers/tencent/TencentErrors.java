package dev.atelier.providers.tencent;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** Tencent's codes, {@code Family.Detail}, in our words; they come with HTTP 200 in {@code Response.Error}. */
final class TencentErrors {

    private static final Map<String, ErrorKind> WHOLE = Map.ofEntries(
            Map.entry("RequestLimitExceeded.JobNumExceed", ErrorKind.CONCURRENCY),
            Map.entry("FailedOperation.EngineServerLimitExceeded", ErrorKind.CONCURRENCY),
            Map.entry("FailedOperation.ResourcePackExhausted", ErrorKind.QUOTA),
            Map.entry("FailedOperation.FreeResourcePackExhausted", ErrorKind.QUOTA),
            Map.entry("FailedOperation.ServiceStopArrears", ErrorKind.QUOTA),
            Map.entry("FailedOperation.ServiceNotActivated", ErrorKind.NOT_ENTITLED),
            Map.entry("FailedOperation.UserUnAuthError", ErrorKind.AUTH),
            Map.entry("FailedOperation.DownloadError", ErrorKind.BAD_REQUEST),
            Map.entry("FailedOperation.ImageDecodeFailed", ErrorKind.BAD_REQUEST),
            Map.entry("FailedOperation.GenerateImageFailed", ErrorKind.CONTENT_OUTPUT),
            Map.entry("OperationDenied.TextIllegalDetected", ErrorKind.CONTENT_INPUT),
            Map.entry("OperationDenied.ImageIllegalDetected", ErrorKind.CONTENT_INPUT));
    /** Where the detail tells nothing more. */
    private static final Map<String, ErrorKind> FAMILIES = Map.of("AuthFailure", ErrorKind.AUTH,
            "UnauthorizedOperation", ErrorKind.NOT_ENTITLED, "RequestLimitExceeded", ErrorKind.RATE_LIMIT,
            "LimitExceeded", ErrorKind.CONCURRENCY, "ResourceInsufficient", ErrorKind.QUOTA, "ResourceUnavailable",
            ErrorKind.QUOTA, "InvalidParameter", ErrorKind.BAD_REQUEST, "InvalidParameterValue",
            ErrorKind.BAD_REQUEST, "MissingParameter", ErrorKind.BAD_REQUEST, "UnknownParameter",
            ErrorKind.BAD_REQUEST);

    private TencentErrors() {
    }

    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return error(heard).map(error -> Told.failure(kind(Json.text(error, "Code")), Json.text(error, "Code"),
                Json.text(error, "Message"), RetryAfter.of(heard, now), redaction));
    }

    static Optional<JsonNode> error(Reply.Heard heard) {
        return Json.object(heard.body()).map(body -> body.path("Response").path("Error"))
                .filter(error -> Json.text(error, "Code") != null);
    }

    /** Null for a code in no list, and for a server that broke: it may have accepted. */
    static ErrorKind kind(String code) {
        return WHOLE.getOrDefault(code, FAMILIES.get(code.split("\\.", 2)[0]));
    }

    static boolean unknownTask(JsonNode error) {
        return Json.text(error, "Code").matches("\\w+\\.Job(Id)?Not(Exist|Found)");
    }
}
