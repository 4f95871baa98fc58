package dev.atelier.api.problem;

import java.io.IOException;

import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Gives each request its id, and answers for whatever fails before a controller is reached: the look-up of a key meets a
 * database that is down just as a controller does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutermostFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    OutermostFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestId.give(request);
        response.setHeader(RequestId.HEADER, id);
        MDC.put(RequestId.LOGGED_AS, id);
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failed) {
            Throwable cause = failed instanceof ServletException && failed.getCause() != null
                    ? failed.getCause()
                    : failed;
            problems.write(cause, request, response);
        } finally {
            MDC.remove(RequestId.LOGGED_AS);
        }
    }
}
