package dev.atelier.worker.wiring;

import java.util.Set;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.ShippedCatalogue;
import dev.atelier.db.tenant.ApiKeys;
import dev.atelier.worker.settings.AtelierSettings;

/** Before the first request: the catalogue, and the first keys where they are asked for. */
@Component
class Bootstrapping implements SmartInitializingSingleton {

    private static final Set<String> USER = Set.of("jobs:read", "jobs:write", "assets:read", "assets:write",
            "assets:source");

    private final ShippedCatalogue catalogue;
    private final Set<String> off;
    private final ApiKeys keys;
    private final AtelierSettings.Bootstrap bootstrap;

    Bootstrapping(ShippedCatalogue catalogue, ApiKeys keys, AtelierSettings settings) {
        this.catalogue = catalogue;
        this.off = settings.providers().off();
        this.keys = keys;
        this.bootstrap = settings.bootstrap();
    }

    @Override
    public void afterSingletonsInstantiated() {
        catalogue.load(off);
        if (given(bootstrap.apiKey())) {
            keys.ensure(bootstrap.apiKey(), bootstrap.organisation(), "bootstrap", USER);
        }
        if (given(bootstrap.adminKey())) {
            keys.ensure(bootstrap.adminKey(), bootstrap.organisation(), "bootstrap admin", Set.of("jobs:read",
                    "jobs:write", "assets:read", "assets:write", "assets:source", "accounts:admin"));
        }
    }

    private static boolean given(String key) {
        return key != null && !key.isBlank();
    }
}
