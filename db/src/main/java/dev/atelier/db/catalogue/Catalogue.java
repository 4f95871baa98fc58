package dev.atelier.db.catalogue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.account.Site;

/** Models and providers as data. Read often and changed rarely, so what is known may be a few seconds old. */
@Component
public class Catalogue {

    private static final Duration FRESH = Duration.ofSeconds(3);
    /** For a model that is no longer offered. */
    private static final Duration UNKNOWN_RUN = Duration.ofHours(1);

    private final ProviderRows providers;
    private final ModelRows models;
    private final JdbcAggregateOperations aggregates;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Known known;

    Catalogue(ProviderRows providers, ModelRows models, JdbcAggregateOperations aggregates, Transactions transactions,
            Clock clock) {
        this.providers = providers;
        this.models = models;
        this.aggregates = aggregates;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Known(Instant until, List<ProviderRow> providers, Map<String, Model> byName,
            Map<String, Model> byId) {
    }

    public Optional<Model> find(String name) {
        return Optional.ofNullable(name).map(known().byName()::get);
    }

    public Optional<Model> byId(String modelId) {
        Model model = known().byId().get(modelId);
        // An id comes from a row, so there is such a model: perhaps another process made it just now.
        return Optional.ofNullable(model == null ? readAll().byId().get(modelId) : model);
    }

    /** How many requests that make something a provider takes in a second from all of us; empty: no limit is known. */
    public Optional<BigDecimal> submitsPerSecond(String provider) {
        return known().providers().stream().filter(each -> each.name().equals(provider))
                .map(ProviderRow::submitsPerSecond).filter(Objects::nonNull).findFirst();
    }

    /** How long a task of this model may run before a person is asked. */
    public Duration longestRun(String modelId) {
        return byId(modelId).map(model -> Duration.ofSeconds(model.limits().maxRunSeconds())).orElse(UNKNOWN_RUN);
    }

    /** How long a call that is itself the job may keep the provider busy; the slot of a lost one is free after that. */
    public Duration longestCall(String modelId) {
        return byId(modelId).map(model -> model.settings().get("longest_call_seconds"))
                .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue())).orElse(longestRun(modelId));
    }

    /** The most one request of this model may cost, US dollars; empty where that cannot be said beforehand. */
    public Optional<BigDecimal> mostUsd(String modelId) {
        return byId(modelId).flatMap(model -> {
            Object said = model.settings().get("most_usd");
            boolean one = model.pricing().size() == 1 && !model.pricing().containsKey("tokens");
            return said != null
                    ? Optional.of(new BigDecimal(said.toString()))
                    : one ? Optional.of(model.pricing().values().iterator().next()) : Optional.empty();
        });
    }

    /** Public names of a provider's models that accounts of this site have not. */
    public List<String> notAt(Site site, String provider) {
        return known().byName().values().stream().filter(model -> model.provider().equals(provider))
                .filter(model -> !model.limits().at(site)).map(Model::name).toList();
    }

    public List<Model> all() {
        return known().byName().values().stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    public List<ProviderRow> providers() {
        return known().providers();
    }

    /** Writes what the YAML says over what is there, by name; leaves the rest, and what was written by API. */
    public void load(InputStream yaml) {
        CatalogueFile file = CatalogueFile.read(yaml);
        try {
            transactions.run(() -> write(file));
        } catch (DuplicateKeyException loadedByAnother) {
            transactions.run(() -> write(file));
        }
        readAll();
    }

    private void write(CatalogueFile file) {
        ProviderRow provider = provider(file);
        Map<String, Model> there = models.all().stream().collect(Collectors.toMap(Model::name, Function.identity()));
        Set<String> notTheFiles = models.namesWrittenByApi();
        for (CatalogueFile.Entry entry : file.models()) {
            if (notTheFiles.contains(entry.name())) {
                continue;
            }
            Model before = there.get(entry.name());
            if (before == null) {
                models.insert(entry.model(Ids.next(), provider, "active"), clock.instant());
                continue;
            }
            Model after = entry.model(before.id(), provider, before.status());
            if (!before.equals(after)) {
                models.update(after, clock.instant());
            }
        }
    }

    private ProviderRow provider(CatalogueFile file) {
        Optional<ProviderRow> before = providers.findAllByOrderByName().stream()
                .filter(each -> each.name().equals(file.provider())).findFirst();
        if (before.isEmpty()) {
            return aggregates.insert(new ProviderRow(Ids.next(), file.provider(), file.baseUrl(), "active",
                    file.submitsPerSecond()));
        }
        ProviderRow there = before.get();
        return there.baseUrl().equals(file.baseUrl()) && same(there.submitsPerSecond(), file.submitsPerSecond())
                ? there
                : providers.save(new ProviderRow(there.id(), there.name(), file.baseUrl(), there.status(),
                        file.submitsPerSecond()));
    }

    /** 20 and 20.000 are the same rate. */
    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** What this process has just written is offered by it at once. */
    void readAgain() {
        readAll();
    }

    private Known known() {
        Known now = known;
        return now != null && now.until().isAfter(clock.instant()) ? now : readAll();
    }

    private Known readAll() {
        List<Model> all = models.all();
        known = new Known(clock.instant().plus(FRESH), providers.findAllByOrderByName(),
                all.stream().collect(Collectors.toMap(Model::name, Function.identity())),
                all.stream().collect(Collectors.toMap(Model::id, Function.identity())));
        return known;
    }
}
