package dev.atelier.activities.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.job.KeepingResults;
import dev.atelier.db.job.Results;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Next;
import dev.atelier.workflows.job.Persisting;

import io.temporal.failure.ApplicationFailure;

/** Brings a result home: staged and examined first, then kept, ended, counted and announced in one commit. */
@Component
public class PersistingSteps implements Persisting {

    private static final Logger log = LoggerFactory.getLogger(PersistingSteps.class);

    private final KeepingResults keeping;
    private final KeepingFiles files;
    private final FetchingFiles fetching;

    public PersistingSteps(KeepingResults keeping, KeepingFiles files, FetchingFiles fetching) {
        this.keeping = keeping;
        this.files = files;
        this.fetching = fetching;
    }

    @Override
    public Next persist(AttemptRef attempt) {
        Optional<List<Results>> wanted = keeping.toFetch(attempt);
        if (wanted.isEmpty()) {
            return keeping.standing(attempt);
        }
        List<KeepingFiles.Result> fetched = new ArrayList<>();
        boolean kept = false;
        try {
            for (Results result : wanted.get()) {
                switch (fetching.fetch(result)) {
                    case FetchingFiles.Here here ->
                        fetched.add(new KeepingFiles.Result(result.assetId(), result.role(), here.file()));
                    case FetchingFiles.Lost lost when FetchingFiles.mayBeMissed(result) ->
                        log.info("a {} of job {} is left out: {}", result.role(), attempt.jobId(),
                                lost.failure().message());
                    case FetchingFiles.Lost lost -> {
                        return lost(attempt, lost.failure());
                    }
                }
            }
            Next next = keeping.kept(attempt, fetched);
            kept = true;
            log.info("job {} kept {} file(s)", attempt.jobId(), fetched.size());
            return next;
        } catch (IOException again) {
            if (keeping.givenUp(attempt)) {
                return lost(attempt, Failure.of(ErrorKind.RESULT_GONE,
                        "the result could not be fetched for a day: " + again.getMessage()));
            }
            throw ApplicationFailure.newFailureWithCause("the result cannot be fetched yet: " + again.getMessage(),
                    "FetchTrouble", again);
        } finally {
            if (!kept) {
                files.discard(staged(fetched));
            }
        }
    }

    private Next lost(AttemptRef attempt, Failure failure) {
        log.warn("the result of job {} cannot be had: {}", attempt.jobId(), failure.message());
        return keeping.lost(attempt, failure);
    }

    private static List<Staged> staged(List<KeepingFiles.Result> fetched) {
        return fetched.stream().map(KeepingFiles.Result::file).toList();
    }
}
