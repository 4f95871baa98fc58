package dev.atelier.api.security;

import java.util.Collection;
import java.util.Map;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

import dev.atelier.db.tenant.Caller;

/** A caller as Spring Security wants to see it. */
record KeyHolder(Caller caller) implements OAuth2AuthenticatedPrincipal {
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", caller.keyId());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return caller.scopes().stream().map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList();
    }

    @Override
    public String getName() {
        return caller.name();
    }

}
