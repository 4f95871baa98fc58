package dev.atelier.db.tenant;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

/** API keys; only their SHA-256 is kept. */
@Component
public class ApiKeys {

    /** Empty for an unknown, revoked or expired key, and for anything that cannot be one. */
    public Optional<Caller> find(String presented) {
        throw new IllegalStateException("not yet");
    }

    /** Makes this key (and its organisation, by name) unless it is there already. */
    public Caller ensure(String key, String organisation, String name, Set<String> scopes) {
        throw new IllegalStateException("not yet");
    }
}
