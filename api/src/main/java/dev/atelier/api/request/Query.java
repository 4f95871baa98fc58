package dev.atelier.api.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.atelier.api.problem.Refused;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.Word;
import jakarta.servlet.http.HttpServletRequest;

/** The parameters of a list. What is not known, or cannot be understood, is refused rather than ignored. */
public final class Query {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    /** What every database can compare. */
    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 9998;
    private final Map<String, String[]> given;

    private Query(Map<String, String[]> given) {
        this.given = given;
    }

    /** @param filters what this list knows besides {@code limit} and {@code starting_after} */
    public static Query of(HttpServletRequest request, String... filters) {
        Set<String> known = new TreeSet<>(Set.of(filters));
        known.add("limit");
        known.add("starting_after");
        Query query = new Query(parameters(request));
        for (String name : query.given.keySet()) {
            if (!known.contains(name)) {
                throw Refused.badRequest("unknown_parameter", name, "is not one of " + String.join(", ", known));
            }
            if (query.given.get(name).length > 1) {
                throw odd(name, "is given twice");
            }
        }
        return query;
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw odd("query", "is not UTF-8 with % escapes");
        }
    }

    public String text(String name) {
        String[] values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values[0].isBlank() || values[0].length() > 200 || values[0].indexOf('\0') >= 0) {
            throw odd(name, "must have 1 to 200 characters");
        }
        return values[0];
    }

    public <E extends Enum<E> & Word> E word(String name, Class<E> type) {
        try {
            return text(name) == null ? null : Word.of(type, text(name));
        } catch (IllegalArgumentException unknown) {
            throw odd(name, unknown.getMessage());
        }
    }

    public Instant instant(String name) {
        try {
            OffsetDateTime time = text(name) == null ? null : OffsetDateTime.parse(text(name));
            if (time != null && (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR)) {
                throw odd(name, "must be a time from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return time == null ? null : time.toInstant();
        } catch (DateTimeException unreadable) {
            throw odd(name, "must be a time as RFC 3339 writes it, such as 2026-01-31T12:00:00Z");
        }
    }

    public String id(String name) {
        if (text(name) != null && !Ids.looksRight(text(name))) {
            throw odd(name, "is not an id");
        }
        return text(name);
    }

    public int limit() {
        String asked = text("limit");
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[1-9][0-9]{0,2}") || Integer.parseInt(asked) > MOST) {
            throw odd("limit", "must be from 1 to " + MOST);
        }
        return Integer.parseInt(asked);
    }

    public static Refused odd(String name, String message) {
        return Refused.badRequest("invalid_parameter", name, message);
    }
}
