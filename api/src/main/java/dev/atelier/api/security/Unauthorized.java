package dev.atelier.api.security;

import java.io.IOException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

import dev.atelier.api.problem.ProblemWriter;
import dev.atelier.api.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

@Component
class Unauthorized implements AuthenticationEntryPoint {
    private final ProblemWriter problems;

    Unauthorized(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        boolean presented = thrown instanceof OAuth2AuthenticationException;
        String detail = presented
                ? "This key is unknown, revoked or expired."
                : "Send your API key: Authorization: Bearer mk_…";
        String challenge = "Bearer realm=\"atelier\"" + (presented ? ", error=\"invalid_token\"" : "");
        problems.write(Refusal.of(HttpStatus.UNAUTHORIZED, "unauthorized", detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, challenge), request, response);
    }
}
