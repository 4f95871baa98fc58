package dev.atelier.providers.jimeng;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.providers.http.Json;

/**
 * The gateway's codes in our words. One code has many causes, so the upstream's own code is read out of the message. The
 * gateway repeats a refused request three times, 5 s apart, and looks at what was accepted 5 s later at the earliest:
 * what fails within {@link #EARLY} failed before anything was accepted; later, a look may be what failed.
 */
final class JimengErrors {

    static final Duration EARLY = Duration.ofSeconds(20);

    private static final Pattern INNER = Pattern.compile("错误码\\s*[:：]\\s*(-?\\w+)");
    private static final Pattern STATUS = Pattern.compile("status code (\\d{3})");
    private static final Pattern NO_CREDIT = Pattern.compile("积分不足|daily_usage_limit|每日使用上限");

    private JimengErrors() {
    }

    /** What an error proves. */
    enum Proof {
        /** Nothing was accepted. */
        NOT_TAKEN,
        /** It was accepted and has come to a bad end. */
        ENDED, NOTHING
    }

    /** @param code the gateway's, with the upstream's behind a slash where it tells one */
    record Said(Proof proof, ErrorKind kind, String code, String message) {
    }

    /** Empty when the answer is no error: it has no code, or none below zero. */
    static Optional<Said> of(JsonNode answer, Duration took) {
        Long code = Json.whole(answer, "code");
        if (code == null || code >= 0) {
            return Optional.empty();
        }
        String message = Optional.ofNullable(Json.text(answer, "message")).orElse("");
        String inner = inner(message);
        boolean early = took.compareTo(EARLY) < 0;
        Said said = judged(code, inner, message, inner == null ? Long.toString(code) : code + "/" + inner);
        return Optional.of(said.proof() == Proof.NOT_TAKEN && !early && !onlyAtSubmit(code)
                ? new Said(Proof.NOTHING, said.kind(), said.code(), message)
                : said);
    }

    /** Of an answer to a question that costs nothing; null where it is no error that is known. */
    static ErrorKind kind(JsonNode answer) {
        return of(answer, Duration.ZERO).map(Said::kind).orElse(null);
    }

    private static boolean onlyAtSubmit(long code) {
        return code == -2006 || code == -2009;
    }

    private static Said judged(long code, String inner, String message, String shown) {
        if (NO_CREDIT.matcher(message).find()) {
            return new Said(Proof.NOT_TAKEN, ErrorKind.QUOTA, shown, message);
        }
        if (code == -2007 || code == -2008) {
            return making(inner, message, shown);
        }
        ErrorKind kind = inner != null && upstream(inner) != null ? upstream(inner) : own(code, message);
        return new Said(kind == null ? Proof.NOTHING : Proof.NOT_TAKEN, kind, shown, message);
    }

    /** With an upstream code the work has ended so; without, nobody knows what became of it. */
    private static Said making(String inner, String message, String shown) {
        if (inner != null) {
            ErrorKind kind = upstream(inner);
            return new Said(Proof.ENDED, kind == null ? ErrorKind.GENERATION_FAILED : kind, shown, message);
        }
        return message.contains("上传")
                ? new Said(Proof.NOT_TAKEN, ErrorKind.PROVIDER_BUSY, shown, message)
                : new Said(Proof.NOTHING, null, shown, message);
    }

    private static ErrorKind own(long code, String message) {
        return switch ((int) Math.max(code, Integer.MIN_VALUE)) {
            case -1000, -1001, -1002, -2000, -2003, -2004 -> ErrorKind.BAD_REQUEST;
            case -2002 -> ErrorKind.AUTH;
            case -2006 -> ErrorKind.CONTENT_INPUT;
            case -2009 -> ErrorKind.QUOTA;
            case -2001 -> status(message);
            default -> null;
        };
    }

    private static ErrorKind status(String message) {
        Matcher status = STATUS.matcher(message);
        return !status.find() ? null : switch (status.group(1)) {
            case "429" -> ErrorKind.RATE_LIMIT;
            case "503" -> ErrorKind.PROVIDER_BUSY;
            default -> null;
        };
    }

    private static ErrorKind upstream(String inner) {
        return switch (inner) {
            case "1015", "34010105" -> ErrorKind.AUTH;
            case "-4", "-6", "1019", "4013" -> ErrorKind.RISK;
            case "3018" -> ErrorKind.NOT_ENTITLED;
            case "34010100" -> ErrorKind.BAD_REQUEST;
            case "2003", "2039", "2040", "2047" -> ErrorKind.CONTENT_INPUT;
            case "2038" -> ErrorKind.CONTENT_OUTPUT;
            case "5000" -> ErrorKind.QUOTA;
            case "100402" -> ErrorKind.GENERATION_FAILED;
            default -> null;
        };
    }

    private static String inner(String message) {
        Matcher inner = INNER.matcher(message);
        return inner.find() ? inner.group(1) : null;
    }
}
