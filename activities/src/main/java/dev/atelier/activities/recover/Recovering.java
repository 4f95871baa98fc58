package dev.atelier.activities.recover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.job.RecoveringJobs;
import dev.atelier.db.job.RecoveringJobs.Account;
import dev.atelier.db.job.RecoveringJobs.Entered;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.attempt.Searching;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Listing;
import dev.atelier.providers.Provider;

/** Brings a database that was restored from a backup up to what was paid since, before any worker is started. */
public class Recovering {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    /** Of a provider: some list could not be read, or a task stands in it under a name that no model of ours has. */
    private static final String ANY_MODEL = "*";

    private final RecoveringJobs recovering;
    private final ProvidersByName providers;
    private final OpeningCredentials credentials;
    private final Catalogue catalogue;

    public Recovering(RecoveringJobs recovering, ProvidersByName providers, OpeningCredentials credentials,
            Catalogue catalogue) {
        this.recovering = recovering;
        this.providers = providers;
        this.credentials = credentials;
        this.catalogue = catalogue;
    }

    /**
     * @param unreadable accounts whose list could not be read to its end: while there are any and that is not accepted,
     *                   nothing is parked and submits stay held
     * @param listless   providers that have no list at all: whatever their models would have to prove is parked
     * @param parked     jobs that a person must decide
     */
    public record Report(Map<Entered, Integer> tasks, List<String> unreadable, Set<String> listless, int parked,
            boolean released) {
    }

    /** @param since when the backup was taken, or somewhat earlier */
    public Report recover(Instant since, boolean acceptUnreadable) {
        recovering.hold();
        Map<Entered, Integer> tasks = new EnumMap<>(Entered.class);
        List<String> unreadable = new ArrayList<>();
        Set<String> suspects = new HashSet<>();
        List<Account> accounts = recovering.accounts(LEAVE);
        Set<String> listless = accounts.stream().map(Account::provider).filter(this::listless)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Account> asked = accounts.stream().filter(account -> !listless.contains(account.provider())).toList();
        // Nobody can be asked what these were sent: they have no list, or their accounts came after the backup.
        Set<String> silent = new HashSet<>(providers.names());
        asked.forEach(account -> silent.remove(account.provider()));
        silent.forEach(provider -> suspects.add(suspect(provider, ANY_MODEL)));
        for (Account account : asked) {
            Optional<Listing> listing = list(account, since.minus(Searching.SLACK));
            if (listing.isEmpty() || !listing.get().complete()) {
                unreadable.add(account.id());
                suspects.add(suspect(account.provider(), ANY_MODEL));
            }
            listing.stream().flatMap(each -> each.tasks().stream()).forEach(task -> {
                Entered entered = recovering.enter(account, task);
                tasks.merge(entered, 1, Integer::sum);
                if (entered == Entered.ORPHAN) {
                    suspects.add(suspect(account.provider(), named(account.provider(), task.model())));
                }
            });
        }
        if (!unreadable.isEmpty() && !acceptUnreadable) {
            return new Report(tasks, unreadable, listless, 0, false);
        }
        int parked = 0;
        for (JobRef job : recovering.open(LEAVE)) {
            parked += recovering.settle(job, model -> proven(model, suspects)) ? 1 : 0;
        }
        return new Report(tasks, unreadable, listless, parked, recovering.release());
    }

    private boolean listless(String provider) {
        return providers.names().contains(provider) && !(providers.get(provider) instanceof Provider.Lists);
    }

    /** Empty when the account's secret cannot be opened, or its provider is switched off. */
    private Optional<Listing> list(Account account, Instant since) {
        Optional<Credential> as = credentials.of(account.id());
        return as.isPresent() && providers.names().contains(account.provider())
                && providers.get(account.provider(), as.get()) instanceof Provider.Lists able
                        ? Optional.of(able.list(since, as.get()))
                        : Optional.empty();
    }

    private String named(String provider, String model) {
        return catalogue.all().stream().filter(each -> each.provider().equals(provider))
                .anyMatch(each -> each.remoteName().equals(model)) ? model : ANY_MODEL;
    }

    private static boolean proven(Model model, Set<String> suspects) {
        return !suspects.contains(suspect(model.provider(), model.remoteName()))
                && !suspects.contains(suspect(model.provider(), ANY_MODEL));
    }

    private static String suspect(String provider, String model) {
        return provider + " " + model;
    }
}
