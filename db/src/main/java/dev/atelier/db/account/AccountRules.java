package dev.atelier.db.account;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.domain.catalogue.Violation;
import dev.atelier.domain.line.Seat;

/** What an account may look like, told before anything is stored. */
@Component
class AccountRules {

    private static final int LONGEST_SECRET = 1_000;

    private final Catalogue catalogue;
    private final Organisations organisations;

    AccountRules(Catalogue catalogue, Organisations organisations) {
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    List<Violation> violations(NewAccount account) {
        List<Violation> found = new ArrayList<>();
        if (catalogue.providers().stream().noneMatch(each -> each.name().equals(account.provider()))) {
            refuse(found, "provider", "there is no provider '" + account.provider() + "'");
        }
        name(found, account.account() == null ? "" : account.account());
        secret(found, account.secret() == null ? "" : account.secret());
        if (account.orgId() != null && !organisations.has(account.orgId())) {
            refuse(found, "org_id", "there is no such organisation");
        }
        if (account.site() == null) {
            refuse(found, "site", "must be named");
        }
        baseUrl(found, account.baseUrl());
        if (account.media() != null) {
            account.media().forEach((medium, plan) -> plan(found, medium.word(), plan.slots(), plan.dayLimit()));
        }
        retries(found, account.maxRetryCount());
        models(found, "models", account.models(), account.provider());
        models(found, "not_models", account.notModels(), account.provider());
        return found;
    }

    List<Violation> violations(AccountChange change, String provider) {
        List<Violation> found = new ArrayList<>();
        name(found, change.account());
        secret(found, change.secret());
        baseUrl(found, change.baseUrl());
        if (change.media() != null) {
            change.media().forEach((medium, media) -> plan(found, medium.word(), media.slots(),
                    media.dayLimit() == null ? null : media.dayLimit().value()));
        }
        retries(found, change.maxRetryCount());
        models(found, "models", change.models() == null ? null : change.models().value(), provider);
        models(found, "not_models", change.notModels() == null ? null : change.notModels().value(), provider);
        return found;
    }

    private static void name(List<Violation> found, String name) {
        if (name != null && (name.isBlank() || name.length() > 100)) {
            refuse(found, "account", "must have 1 to 100 characters");
        }
    }

    private static void secret(List<Violation> found, String secret) {
        if (secret != null && (secret.isBlank() || secret.length() > LONGEST_SECRET)) {
            refuse(found, "secret", "must have 1 to " + LONGEST_SECRET + " characters");
        }
    }

    private static void baseUrl(List<Violation> found, String url) {
        if (url != null && !isHttp(url)) {
            refuse(found, "base_url", "must be an http or https URL of at most 500 characters");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return url.length() <= 500 && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    private static void plan(List<Violation> found, String medium, Integer slots, Integer dayLimit) {
        if (slots != null && (slots < 0 || slots > Seat.MOST_SLOTS)) {
            refuse(found, medium + ".slots", "must be from 0 to " + Seat.MOST_SLOTS);
        }
        if (dayLimit != null && dayLimit < 0) {
            refuse(found, medium + ".day_limit", "must not be negative");
        }
    }

    private static void retries(List<Violation> found, Integer most) {
        if (most != null && (most < 0 || most > 100)) {
            refuse(found, "max_retry_count", "must be from 0 to 100");
        }
    }

    private void models(List<Violation> found, String field, List<String> names, String provider) {
        if (names == null) {
            return;
        }
        Set<String> known = catalogue.all().stream().filter(each -> each.provider().equals(provider)).map(Model::name)
                .collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name))
                .forEach(name -> refuse(found, field, "'" + name + "' is no model of this provider"));
    }

    private static void refuse(List<Violation> found, String field, String message) {
        found.add(new Violation(field, message));
    }
}
