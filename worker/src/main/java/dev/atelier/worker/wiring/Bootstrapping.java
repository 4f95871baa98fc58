package dev.atelier.worker.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.ShippedCatalogue;
import dev.atelier.db.moderation.ModerationRules;
import dev.atelier.db.tenant.ApiKeys;
import dev.atelier.worker.settings.AtelierSettings;

/** Before the first request: the catalogue, the rules prompts are judged by, and the first keys where they are asked for. */
@Component
class Bootstrapping implements SmartInitializingSingleton {

    private static final Set<String> USER = Set.of("jobs:read", "jobs:write", "assets:read", "assets:write",
            "assets:source");

    private final ShippedCatalogue catalogue;
    private final Set<String> off;
    private final ModerationRules rules;
    private final List<Path> ruleFiles;
    private final ApiKeys keys;
    private final AtelierSettings.Bootstrap bootstrap;

    Bootstrapping(ShippedCatalogue catalogue, ModerationRules rules, ApiKeys keys, AtelierSettings settings) {
        this.rules = rules;
        this.ruleFiles = settings.moderation().rules();
        this.catalogue = catalogue;
        this.off = settings.providers().off();
        this.keys = keys;
        this.bootstrap = settings.bootstrap();
    }

    @Override
    public void afterSingletonsInstantiated() {
        catalogue.load(off);
        ruleFiles.forEach(this::load);
        if (given(bootstrap.apiKey())) {
            keys.ensure(bootstrap.apiKey(), bootstrap.organisation(), "bootstrap", USER);
        }
        if (given(bootstrap.adminKey())) {
            keys.ensure(bootstrap.adminKey(), bootstrap.organisation(), "bootstrap admin", Set.of("jobs:read",
                    "jobs:write", "assets:read", "assets:write", "assets:source", "accounts:admin"));
        }
    }

    private void load(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            rules.load(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the moderation rules " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the moderation rules " + file + " are wrong: " + wrong.getMessage(),
                    wrong);
        }
    }

    private static boolean given(String key) {
        return key != null && !key.isBlank();
    }
}
