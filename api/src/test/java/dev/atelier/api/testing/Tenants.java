package dev.atelier.api.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.ApiKeys;
import dev.atelier.db.tenant.Caller;
import dev.atelier.db.tenant.Projects;

/** Two organisations. */
@Configuration
public class Tenants {
    public static final String KEY = "mk_first";
    public static final String OTHER_KEY = "mk_second";
    public static final String PROJECT = Ids.next();
    private static final String ORG = Ids.next();
    private static final String OTHER_ORG = Ids.next();
    private static final Set<String> ALL = Set.of("jobs:read", "jobs:write", "assets:read", "assets:write",
            "assets:source", "accounts:admin");

    /** A key that has this scope alone. */
    public static String keyWith(String scope) {
        return "mk_only_" + scope.replace(':', '_');
    }

    public static class Keys extends ApiKeys {
        private final Map<String, Caller> known = new java.util.concurrent.ConcurrentHashMap<>();
        public volatile boolean down;

        Keys() {
            known.put(KEY, new Caller(ORG, Ids.next(), "first", ALL));
            known.put(OTHER_KEY, new Caller(OTHER_ORG, Ids.next(), "second", ALL));
            ALL.forEach(scope -> known.put(keyWith(scope), new Caller(ORG, Ids.next(), scope, Set.of(scope))));
        }

        @Override
        public Optional<Caller> find(String presented) {
            if (down) {
                throw new CannotGetJdbcConnectionException("refused");
            }
            return Optional.ofNullable(known.get(presented));
        }
    }

    @Bean
    Keys apiKeys() {
        return new Keys();
    }

    @Bean
    Projects projects() {
        return new Projects() {
            @Override
            public boolean has(String orgId, String projectId) {
                return orgId.equals(ORG) && projectId.equals(PROJECT);
            }
        };
    }
}
