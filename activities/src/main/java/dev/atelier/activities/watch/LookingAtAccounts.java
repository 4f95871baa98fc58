package dev.atelier.activities.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.job.FindingLostTasks;
import dev.atelier.db.job.LostOrders;
import dev.atelier.db.job.WatchingTasks;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;

/** What is due at one account: cancels that are wanted, requests that were lost, tasks to look at. */
@Component
class LookingAtAccounts {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final ProvidersByName providers;
    private final OpeningCredentials credentials;
    private final WatchingTasks watching;
    private final FindingLostTasks finding;
    private final LostOrders lostOrders;

    LookingAtAccounts(ProvidersByName providers, OpeningCredentials credentials, WatchingTasks watching,
            FindingLostTasks finding, LostOrders lostOrders) {
        this.providers = providers;
        this.credentials = credentials;
        this.watching = watching;
        this.finding = finding;
        this.lostOrders = lostOrders;
    }

    void look(String name, String account, List<SubmissionRow> rows, LoopFigures figures) {
        Optional<Credential> as = credentials.of(account);
        if (as.isEmpty()) {
            rows.forEach(watching::postponed);
            return;
        }
        Provider provider = providers.get(name, as.get());
        List<SubmissionRow> tasks = new ArrayList<>();
        for (SubmissionRow row : rows) {
            switch (row.state()) {
                case SENT -> {
                    cancelIfWanted(provider, row, as.get(), figures);
                    tasks.add(row);
                }
                case WRITTEN_OFF -> {
                    if (row.remoteTaskId() == null) {
                        watching.overrun(row);
                    } else {
                        cancelIfWanted(provider, row, as.get(), figures);
                        tasks.add(row);
                    }
                }
                case AMBIGUOUS -> find(provider, row, as.get(), figures);
                default -> watching.overrun(row);
            }
        }
        for (int from = 0; from < tasks.size(); from += provider.tasksPerLook()) {
            look(provider, tasks.subList(from, Math.min(tasks.size(), from + provider.tasksPerLook())), as.get(),
                    figures);
        }
    }

    private void cancelIfWanted(Provider provider, SubmissionRow row, Credential as, LoopFigures figures) {
        if (row.cancelWantedAt() != null && row.cancelTriedAt() == null && provider instanceof Provider.Cancels able) {
            watching.cancelTried(row, able.cancel(new TaskId(row.remoteTaskId()), as));
            figures.count("cancels");
        }
    }

    private void find(Provider provider, SubmissionRow row, Credential as, LoopFigures figures) {
        Optional<LostOrders.Lost> lost = lostOrders.of(row);
        if (lost.isPresent() && provider instanceof Provider.Finds able) {
            Set<TaskId> known = watching.known(LEAVE, row.accountId());
            finding.found(row, able.find(lost.get().order(), lost.get().since(), known, as));
            figures.count("searches");
        } else {
            watching.postponed(row);
        }
    }

    private void look(Provider provider, List<SubmissionRow> rows, Credential as, LoopFigures figures) {
        Map<TaskId, Sighting> seen = provider
                .look(rows.stream().map(row -> new TaskId(row.remoteTaskId())).collect(Collectors.toSet()), as);
        for (SubmissionRow row : rows) {
            switch (seen.get(new TaskId(row.remoteTaskId()))) {
                case null -> watching.missing(row);
                case Sighting.Working working -> watching.working(row, working);
                case Sighting.Unreadable unreadable -> watching.unreadable(row);
                case Sighting.Ended ended -> {
                    watching.ended(row, ended);
                    figures.count("ended");
                }
            }
        }
    }
}
