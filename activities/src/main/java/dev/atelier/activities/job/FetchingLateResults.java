package dev.atelier.activities.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.job.LateResults;
import dev.atelier.db.job.Results;
import dev.atelier.db.tenant.AllOrganisations;

/** Brings home what was paid for and comes after its job went on without it. */
@Component
class FetchingLateResults implements RunningLoop {

    private static final Logger log = LoggerFactory.getLogger(FetchingLateResults.class);
    private static final int BATCH = 10;

    private final LateResults late;
    private final FetchingResults fetching;

    FetchingLateResults(LateResults late, FetchingResults fetching) {
        this.late = late;
        this.fetching = fetching;
    }

    @Override
    public String name() {
        return "late-results";
    }

    @Override
    public boolean round(LoopFigures figures) {
        List<SubmissionRow> due = late.due(AllOrganisations.forLoopsSchedulesAndAdmin(), BATCH);
        for (SubmissionRow row : due) {
            Optional<List<Results>> wanted = late.toFetch(row);
            if (wanted.isPresent()) {
                fetch(row, wanted.get(), figures);
            }
        }
        return due.size() == BATCH;
    }

    private void fetch(SubmissionRow row, List<Results> wanted, LoopFigures figures) {
        try {
            switch (fetching.fetch(row.jobId(), row.id(), wanted)) {
                case FetchingResults.Came came -> keep(row, came.files(), figures);
                case FetchingResults.Lost lost -> {
                    log.warn("a late result of job {} cannot be had: {}", row.jobId(), lost.failure().message());
                    late.lost(row);
                    figures.count("lost");
                }
            }
        } catch (IOException | RuntimeException again) {
            log.warn("a late result of job {} is fetched later: {}", row.jobId(), again.toString());
            late.postponed(row);
            figures.count("troubles");
        }
    }

    private void keep(SubmissionRow row, List<KeepingFiles.Result> fetched, LoopFigures figures) {
        boolean kept = false;
        try {
            late.kept(row, fetched);
            kept = true;
            figures.count("kept");
            log.info("a result that job {} no longer waited for was kept", row.jobId());
        } finally {
            if (!kept) {
                fetching.discard(fetched);
            }
        }
    }
}
