package dev.atelier.api.security;

import java.io.IOException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

import dev.atelier.api.problem.ProblemWriter;
import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

@Component
public class Forbidden implements AccessDeniedHandler {
    private final ProblemWriter problems;

    Forbidden(ProblemWriter problems) {
        this.problems = problems;
    }

    /** For what depends on more than the route. */
    public static Refused lacking(String scope) {
        return new Refused(refusal(scope));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(refusal(scopeOf(request)), request, response);
    }

    private static Refusal refusal(String scope) {
        return Refusal.of(HttpStatus.FORBIDDEN, "forbidden", "This key lacks the scope " + scope + ".").with(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"atelier\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    private static String scopeOf(HttpServletRequest request) {
        String asked = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return Routes.RULES.stream().filter(rule -> rule.method().equals(HttpMethod.valueOf(asked)))
                .filter(rule -> PathPatternRequestMatcher.pathPattern(rule.path()).matches(request))
                .map(Routes.Rule::scope).findFirst().orElse("accounts:admin");
    }
}
