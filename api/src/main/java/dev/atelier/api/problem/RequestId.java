package dev.atelier.api.problem;

import java.util.regex.Pattern;

import dev.atelier.db.dialect.Ids;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** One id a request, the caller's own where it is printable: in the answer, in every log line, in what is written. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    static final String LOGGED_AS = "request_id";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,126}[\\x21-\\x7e])?");
    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {
    }

    public static String of(ServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    static String give(HttpServletRequest request) {
        String presented = request.getHeader(HEADER);
        String id = presented != null && PRINTABLE.matcher(presented).matches() ? presented : Ids.next();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
