package dev.atelier.api.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

import org.springframework.http.HttpMethod;

/** Who may do what, every route once. An application with a route that is missing here does not start. */
final class Routes {
    record Rule(HttpMethod method, String path, String scope) {
    }

    static final List<String> OPEN = List.of("/error", "/openapi.json", "/openapi.json/**", "/openapi.json.yaml",
            "/docs", "/docs/**",
            "/swagger-ui/**", "/webjars/swagger-ui/**", "/actuator/health/**", "/actuator/prometheus",
            // Whoever calls knows an address that only its provider was told, and mostly signs as well.
            "/hooks/**");
    static final List<Rule> RULES = List.of(new Rule(POST, "/v1/jobs", "jobs:write"),
            new Rule(GET, "/v1/jobs", "jobs:read"), new Rule(GET, "/v1/jobs/{id}", "jobs:read"),
            new Rule(POST, "/v1/jobs/{id}/cancel", "jobs:write"), new Rule(POST, "/v1/jobs/{id}/retry", "jobs:write"),
            new Rule(POST, "/v1/jobs/{id}/adopt", "jobs:write"),
            new Rule(GET, "/v1/jobs/{id}/submissions", "jobs:read"),
            new Rule(GET, "/v1/jobs/{id}/events", "jobs:read"), new Rule(GET, "/v1/models", "jobs:read"),
            new Rule(GET, "/v1/models/{provider}/{model}", "jobs:read"),
            new Rule(PUT, "/v1/models/{provider}/{model}", "accounts:admin"),
            new Rule(GET, "/v1/providers", "jobs:read"), new Rule(POST, "/v1/assets", "assets:write"),
            new Rule(GET, "/v1/assets/{id}", "assets:read"), new Rule(DELETE, "/v1/assets/{id}", "assets:write"),
            new Rule(GET, "/v1/assets/{id}/content", "assets:read"),
            new Rule(GET, "/v1/assets/{id}/lineage", "assets:read"),
            new Rule(GET, "/v1/accounts", "accounts:admin"), new Rule(POST, "/v1/accounts", "accounts:admin"),
            new Rule(GET, "/v1/accounts/{id}", "accounts:admin"),
            new Rule(PATCH, "/v1/accounts/{id}", "accounts:admin"),
            new Rule(DELETE, "/v1/accounts/{id}", "accounts:admin"),
            new Rule(PUT, "/v1/accounts/{id}/proxy", "accounts:admin"),
            new Rule(DELETE, "/v1/accounts/{id}/proxy", "accounts:admin"),
            new Rule(POST, "/v1/accounts/{id}/pause", "accounts:admin"),
            new Rule(POST, "/v1/accounts/{id}/resume", "accounts:admin"),
            new Rule(POST, "/v1/accounts/{id}/drain", "accounts:admin"),
            new Rule(GET, "/v1/stops", "accounts:admin"),
            new Rule(POST, "/v1/providers/{id}/stop", "accounts:admin"),
            new Rule(DELETE, "/v1/providers/{id}/stop", "accounts:admin"),
            new Rule(GET, "/v1/prompts/similar", "jobs:read"),
            new Rule(GET, "/v1/projects", "jobs:read"), new Rule(GET, "/v1/projects/{id}", "jobs:read"),
            new Rule(POST, "/v1/projects", "jobs:write"),
            new Rule(PATCH, "/v1/projects/{id}", "accounts:admin"),
            new Rule(GET, "/v1/webhooks/secret", "jobs:write"));

    private Routes() {
    }
}
