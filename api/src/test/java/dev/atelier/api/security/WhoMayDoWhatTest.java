package dev.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;

class WhoMayDoWhatTest extends HttpTest {
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private int status(Routes.Rule rule, String key) {
        String path = rule.path().replaceAll("\\{\\w+}", "00000000-0000-7000-8000-000000000000");
        boolean body = rule.method().name().startsWith("P");
        return call(rule.method().name(), path, body ? "{".getBytes(StandardCharsets.UTF_8) : null, "Authorization",
                "Bearer " + key).status();
    }

    @Test
    void every_route_opens_to_its_scope_and_to_no_other() {
        for (Routes.Rule rule : Routes.RULES) {
            for (String scope : Tenants.SCOPES) {
                int status = status(rule, Tenants.keyWith(scope));
                if (scope.equals(rule.scope())) {
                    assertThat(status).as(rule + " with " + scope).isNotIn(401, 403).isLessThan(500);
                } else {
                    assertThat(status).as(rule + " with " + scope).isEqualTo(403);
                }
            }
            assertThat(status(rule, "mk_nobody_has_this_key_at_all")).as(rule.toString()).isEqualTo(401);
        }
    }

    @Test
    void no_route_is_without_a_rule() {
        assertThat(EveryRouteHasARule.unruled(requestMappingHandlerMapping.getHandlerMethods().keySet())).isEmpty();
    }

    @Test
    void a_route_without_a_rule_is_found() {
        RequestMappingInfo bare = RequestMappingInfo.paths("/v1/bare").methods(RequestMethod.GET).build();
        assertThat(EveryRouteHasARule.unruled(Set.of(bare))).containsExactly("GET /v1/bare");
    }

    @Test
    void looking_without_reading_needs_the_same_scope() {
        assertThat(call("HEAD", "/v1/jobs", null, "Authorization", "Bearer " + Tenants.keyWith("jobs:write")).status())
                .isEqualTo(403);
        assertThat(call("HEAD", "/v1/jobs", null).status()).isEqualTo(200);
    }

    @Test
    void health_and_description_are_open_and_the_rest_of_the_house_is_not() {
        String nobody = "Basic eDp5";
        assertThat(get("/actuator/health", "Authorization", nobody).status()).isEqualTo(200);
        assertThat(get("/openapi.json", "Authorization", nobody).status()).isEqualTo(200);
        assertThat(get("/actuator/env", "Authorization", nobody).status()).isEqualTo(401);
        assertThat(get("/actuator/env", "Authorization", "Bearer " + Tenants.keyWith("jobs:read")).status())
                .isEqualTo(403);
    }
}
