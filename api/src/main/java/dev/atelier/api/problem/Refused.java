package dev.atelier.api.problem;

import java.util.List;

import org.springframework.http.HttpStatus;

import dev.atelier.domain.catalogue.Violation;

/** Thrown where a request cannot go on; what it carries is the answer. */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public static Refused badRequest(String code, String detail) {
        return new Refused(Refusal.of(HttpStatus.BAD_REQUEST, code, detail));
    }

    public static Refused badRequest(String code, String field, String message) {
        return new Refused(Refusal.of(HttpStatus.BAD_REQUEST, code, field + ": " + message)
                .with(List.of(new Violation(field, message))));
    }

    public static Refused unprocessable(String code, String field, String message) {
        return new Refused(Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, code, field + ": " + message)
                .with(List.of(new Violation(field, message))));
    }

    public static Refused invalid(List<Violation> violations) {
        Violation first = violations.getFirst();
        return new Refused(Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation_failed",
                first.field() + ": " + first.message()).with(violations));
    }

    /** Also for what belongs to someone else: nothing tells the two apart. */
    public static Refused notFound(String what) {
        return new Refused(Refusal.of(HttpStatus.NOT_FOUND, "not_found", "There is no such " + what + "."));
    }

    public static Refused conflict(String code, String detail) {
        return new Refused(Refusal.of(HttpStatus.CONFLICT, code, detail));
    }
}
