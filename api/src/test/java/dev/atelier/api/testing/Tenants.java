package dev.atelier.api.testing;

import java.util.Set;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.tenant.ApiKeys;
import dev.atelier.db.tenant.Caller;

/** Two organisations, and a key for each scope alone. */
@Configuration
public class Tenants implements SmartInitializingSingleton {
    public static final String KEY = "mk_test_of_the_first_one";
    public static final String OTHER_KEY = "mk_test_of_the_second_one";
    public static final Set<String> SCOPES = Set.of("jobs:read", "jobs:write", "assets:read", "assets:write",
            "assets:source", "accounts:admin");
    private final ApiKeys keys;
    private final Catalogue catalogue;
    private Caller first;

    Tenants(ApiKeys keys, Catalogue catalogue) {
        this.keys = keys;
        this.catalogue = catalogue;
    }

    public static String keyWith(String scope) {
        return "mk_test_that_may_only_" + scope.replace(':', '_');
    }

    public Caller first() {
        return first;
    }

    @Override
    public void afterSingletonsInstantiated() {
        first = keys.ensure(KEY, "first", "first key", SCOPES);
        keys.ensure(OTHER_KEY, "second", "second key", SCOPES);
        SCOPES.forEach(scope -> keys.ensure(keyWith(scope), "first", scope, Set.of(scope)));
        catalogue.load(Tenants.class.getResourceAsStream("/atelier/catalogue/ark.yaml"));
    }
}
