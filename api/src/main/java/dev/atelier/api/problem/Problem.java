package dev.atelier.api.problem;

import java.util.List;

import org.springframework.http.HttpStatus;

import dev.atelier.domain.catalogue.Violation;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body of every answer that is not the one asked for: RFC 9457, application/problem+json. */
@Schema(description = "RFC 9457 problem details")
public record Problem(@Schema(example = "urn:atelier:problem:validation_failed") String type,
        @Schema(example = "Unprocessable Content") String title, @Schema(example = "422") int status,
        @Schema(description = "What went wrong and what to do") String detail,
        @Schema(example = "validation_failed") String code, List<Violation> errors, String requestId,
        @Schema(description = "The same request may succeed later") boolean retryable) {
    static Problem of(Refusal refusal, String requestId) {
        HttpStatus known = HttpStatus.resolve(refusal.status().value());
        String title = known == null ? "Status " + refusal.status().value() : known.getReasonPhrase();
        return new Problem("urn:atelier:problem:" + refusal.code(), title, refusal.status().value(), refusal.detail(),
                refusal.code(), refusal.errors(), requestId, refusal.retryable());
    }
}
