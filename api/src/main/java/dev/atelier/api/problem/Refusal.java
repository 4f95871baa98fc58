package dev.atelier.api.problem;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

import dev.atelier.domain.catalogue.Violation;

/**
 * Why a request is not answered as asked: what becomes a problem document.
 *
 * @param code      a word for machines, such as {@code invalid_json}
 * @param detail    a sentence for people that says what to do
 * @param retryable the same request may succeed later
 */
public record Refusal(HttpStatusCode status, String code, String detail, List<Violation> errors, HttpHeaders headers,
        boolean retryable) {
    public static Refusal of(HttpStatusCode status, String code, String detail) {
        return new Refusal(status, code, detail, List.of(), new HttpHeaders(), false);
    }

    public Refusal with(List<Violation> violations) {
        return new Refusal(status, code, detail, List.copyOf(violations), headers, retryable);
    }

    public Refusal with(String header, String value) {
        HttpHeaders more = new HttpHeaders();
        more.addAll(headers);
        more.set(header, value);
        return new Refusal(status, code, detail, errors, more, retryable);
    }

    public Refusal with(HttpHeaders others) {
        HttpHeaders more = new HttpHeaders();
        more.addAll(headers);
        more.addAll(others);
        return new Refusal(status, code, detail, errors, more, retryable);
    }

    public Refusal again(int seconds) {
        return new Refusal(status, code, detail, errors, headers, true).with(HttpHeaders.RETRY_AFTER, "" + seconds);
    }
}
