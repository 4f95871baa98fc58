package dev.atelier.activities.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.job.RenewingResults;
import dev.atelier.db.job.Results;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;

/**
 * Asks a task's provider once more where its files lie: signed addresses work for minutes or hours, and a worker may
 * have been away for longer. Looking costs nothing; making it again would.
 */
@Component
class LookingAgain {

    private static final Logger log = LoggerFactory.getLogger(LookingAgain.class);

    private final RenewingResults renewing;
    private final OpeningCredentials credentials;
    private final ProvidersByName providers;

    LookingAgain(RenewingResults renewing, OpeningCredentials credentials, ProvidersByName providers) {
        this.renewing = renewing;
        this.credentials = credentials;
        this.providers = providers;
    }

    /**
     * Empty when there is no task to look at, or it ended without a file.
     *
     * @throws IOException when the provider did not answer so that it can be read, or told of no such task: later it may
     */
    Optional<List<Results>> addresses(String submissionId, List<Results> planned) throws IOException {
        Optional<SubmissionRow> row = renewing.task(submissionId);
        Optional<Credential> as = row.flatMap(known -> credentials.of(known.accountId()));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (as.isEmpty()) {
            throw new IOException("the account's secret cannot be opened now");
        }
        Provider provider = providers.get(row.get().provider(), as.get());
        TaskId task = new TaskId(row.get().remoteTaskId());
        Sighting seen = Beating.during("look-again-" + submissionId,
                () -> provider.look(Set.of(task), as.get()).get(task));
        log.info("job {} looked at its task again: {}", row.get().jobId(),
                seen == null ? "not found" : seen.getClass().getSimpleName());
        return switch (seen) {
            case Sighting.Ended(String status, Finished.Success success, var exchange) ->
                Optional.of(renewing.renewed(submissionId, planned, success.made()));
            case Sighting.Unreadable unreadable -> throw new IOException(unreadable.failure().message());
            case Sighting.Ended failed -> Optional.empty();
            // Not seen is not gone: one odd look costs no result.
            case Sighting.Working odd ->
                throw new IOException("the task that was done is told to be " + odd.rawStatus());
            case null -> throw new IOException("the task is not told of");
        };
    }
}
