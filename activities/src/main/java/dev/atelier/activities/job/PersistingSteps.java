package dev.atelier.activities.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
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
    private final FetchingResults fetching;

    public PersistingSteps(KeepingResults keeping, FetchingResults fetching) {
        this.keeping = keeping;
        this.fetching = fetching;
    }

    @Override
    public Next persist(AttemptRef attempt) {
        Optional<List<Results>> wanted = keeping.toFetch(attempt);
        if (wanted.isEmpty()) {
            return keeping.standing(attempt);
        }
        try {
            return switch (fetching.fetch(attempt.jobId(), attempt.submissionId(), wanted.get())) {
                case FetchingResults.Came came -> keep(attempt, came.files());
                case FetchingResults.Lost lost -> lost(attempt, lost.failure());
            };
        } catch (IOException again) {
            if (keeping.givenUp(attempt)) {
                return lost(attempt, Failure.of(ErrorKind.RESULT_GONE,
                        "the result could not be fetched for a day: " + again.getMessage()));
            }
            throw ApplicationFailure.newFailureWithCause("the result cannot be fetched yet: " + again.getMessage(),
                    "FetchTrouble", again);
        }
    }

    private Next keep(AttemptRef attempt, List<KeepingFiles.Result> fetched) {
        boolean kept = false;
        try {
            Next next = keeping.kept(attempt, fetched);
            kept = true;
            log.info("job {} kept {} file(s)", attempt.jobId(), fetched.size());
            return next;
        } finally {
            if (!kept) {
                fetching.discard(fetched);
            }
        }
    }

    private Next lost(AttemptRef attempt, Failure failure) {
        log.warn("the result of job {} cannot be had: {}", attempt.jobId(), failure.message());
        return keeping.lost(attempt, failure);
    }
}
