package dev.atelier.api.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.atelier.api.request.Findings;
import dev.atelier.db.account.AccountChange;
import dev.atelier.db.account.AccountChange.MediumChange;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.account.Patch;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;
import tools.jackson.databind.JsonNode;

/** From words to the pool's own types; what a pool may hold, the pool itself knows. */
final class ReadingBodies {
    private static final int PRIORITIES = 1000;
    private final Findings findings = new Findings();
    private final Caller caller;

    ReadingBodies(Caller caller) {
        this.caller = caller;
    }

    NewAccount read(AccountBody body) {
        String provider = findings.required("provider", body.provider(), 64);
        String account = findings.required("account", body.account(), 100);
        String secret = findings.required("secret", body.secret(), 1000);
        Site site = findings.word("site", findings.required("site", body.site(), 10), Site.class);
        findings.within("priority", body.priority(), -PRIORITIES, PRIORITIES);
        findings.text("base_url", body.baseUrl(), 500);
        Map<Medium, Integer> slots = byMedium("slots", body.slots());
        Map<Medium, Integer> limits = byMedium("day_limits", body.dayLimits());
        NewAccount read = new NewAccount(provider, account, secret, site, body.baseUrl(), orgId(body.orgId()),
                body.priority(), body.maxRetryCount(), plans(slots, limits), body.models(), body.notModels(),
                zone(body.zone()), caller.name());
        findings.orRefuse();
        return read;
    }

    AccountChange read(AccountBody.Change body) {
        AccountStatus status = findings.word("status", body.status(), AccountStatus.class);
        findings.text("account", body.account(), 100);
        findings.text("secret", body.secret(), 1000);
        findings.text("base_url", body.baseUrl(), 500);
        findings.within("priority", body.priority(), -PRIORITIES, PRIORITIES);
        Map<Medium, Integer> slots = byMedium("slots", body.slots());
        Map<Medium, Integer> limits = byMedium("day_limits", body.dayLimits());
        Map<Medium, Boolean> available = byMedium("available", body.available());
        AccountChange change = new AccountChange(body.version(), body.account(), body.secret(), body.baseUrl(), status,
                body.priority(), body.maxRetryCount(), changes(slots, limits, available),
                names("models", body.models()), names("not_models", body.notModels()), caller.name());
        findings.orRefuse();
        return change;
    }

    private String orgId(String asked) {
        if (asked == null) {
            return null;
        }
        if (!asked.equals("self") && !asked.equals(caller.orgId())) {
            findings.refuse("org_id", "must be self, or null for an account shared by all");
        }
        return caller.orgId();
    }

    private ZoneId zone(String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            findings.refuse("zone", "is no time zone");
            return null;
        }
    }

    private <V> Map<Medium, V> byMedium(String field, Map<String, V> given) {
        Map<Medium, V> read = new EnumMap<>(Medium.class);
        if (given != null) {
            given.forEach((word, value) -> {
                Medium medium = findings.word(field, word, Medium.class);
                if (medium != null) {
                    read.put(medium, value);
                }
            });
        }
        return read;
    }

    private static Map<Medium, NewAccount.Plan> plans(Map<Medium, Integer> slots, Map<Medium, Integer> limits) {
        Map<Medium, NewAccount.Plan> plans = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            if (slots.containsKey(medium) || limits.containsKey(medium)) {
                plans.put(medium, new NewAccount.Plan(slots.get(medium), limits.get(medium)));
            }
        }
        return plans;
    }

    private static Map<Medium, MediumChange> changes(Map<Medium, Integer> slots, Map<Medium, Integer> limits,
            Map<Medium, Boolean> available) {
        Map<Medium, MediumChange> changes = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            Patch<Integer> limit = limits.containsKey(medium) ? Patch.to(limits.get(medium)) : Patch.keep();
            if (slots.containsKey(medium) || available.containsKey(medium) || limit.given()) {
                changes.put(medium, new MediumChange(available.get(medium), slots.get(medium), limit));
            }
        }
        return changes;
    }

    private Patch<List<String>> names(String field, JsonNode given) {
        if (given == null || given.isMissingNode()) {
            return Patch.keep();
        }
        if (given.isNull()) {
            return Patch.to(null);
        }
        List<String> names = new ArrayList<>();
        if (!given.isArray()) {
            findings.refuse(field, "must be a list of names, or null for all");
        }
        given.forEach(name -> {
            if (name.isString()) {
                names.add(name.asString());
            } else {
                findings.refuse(field, "must be a list of names");
            }
        });
        return Patch.to(names);
    }
}
