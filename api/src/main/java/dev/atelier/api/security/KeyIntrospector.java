package dev.atelier.api.security;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

import dev.atelier.db.tenant.ApiKeys;

/** The key is the token: asked of the database, never of an authorization server. */
@Component
class KeyIntrospector implements OpaqueTokenIntrospector {
    private final ApiKeys keys;

    KeyIntrospector(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        return keys.find(token).map(KeyHolder::new)
                .orElseThrow(() -> new BadOpaqueTokenException("The key is unknown, revoked or expired"));
    }
}
