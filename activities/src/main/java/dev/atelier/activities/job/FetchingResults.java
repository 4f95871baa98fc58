package dev.atelier.activities.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.job.Results;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;

/** All files of a result into our staging. Where an address has expired, the provider is asked for another. */
@Component
class FetchingResults {

    private static final Logger log = LoggerFactory.getLogger(FetchingResults.class);
    /** For all files of one result together: what is gone after that is gone. */
    private static final int MOST_LOOKS = 2;

    sealed interface Outcome {
    }

    record Came(List<KeepingFiles.Result> files) implements Outcome {
    }

    /** What was asked for will never come; nothing is left in the staging. */
    record Lost(Failure failure) implements Outcome {
    }

    private final FetchingFiles fetching;
    private final LookingAgain looking;
    private final KeepingFiles files;

    FetchingResults(FetchingFiles fetching, LookingAgain looking, KeepingFiles files) {
        this.fetching = fetching;
        this.looking = looking;
        this.files = files;
    }

    /** @throws IOException when trying again may help; nothing is left in the staging then */
    Outcome fetch(String jobId, String submissionId, List<Results> planned) throws IOException {
        List<KeepingFiles.Result> fetched = new ArrayList<>();
        boolean whole = false;
        try {
            List<Results> wanted = planned;
            int looks = 0;
            for (int i = 0; i < wanted.size(); i++) {
                FetchingFiles.File file = fetching.fetch(wanted.get(i));
                if (expired(file) && looks < MOST_LOOKS) {
                    looks++;
                    Optional<List<Results>> fresh = looking.addresses(submissionId, wanted);
                    wanted = fresh.orElse(wanted);
                    file = fresh.isPresent() ? fetching.fetch(wanted.get(i)) : file;
                }
                Results result = wanted.get(i);
                switch (file) {
                    case FetchingFiles.Here here ->
                        fetched.add(new KeepingFiles.Result(result.assetId(), result.role(), here.file()));
                    case FetchingFiles.Lost lost when mayBeMissed(result) ->
                        log.info("a {} of job {} is left out: {}", result.role(), jobId, lost.failure().message());
                    case FetchingFiles.Lost lost -> {
                        return new Lost(lost.failure());
                    }
                }
            }
            whole = true;
            return new Came(fetched);
        } finally {
            if (!whole) {
                discard(fetched);
            }
        }
    }

    void discard(List<KeepingFiles.Result> fetched) {
        files.discard(fetched.stream().map(KeepingFiles.Result::file).toList());
    }

    private static boolean expired(FetchingFiles.File file) {
        return file instanceof FetchingFiles.Lost lost && lost.failure().kind() == ErrorKind.RESULT_GONE;
    }

    /** What comes along with what was asked for is worth having, and no reason to lose what was paid. */
    private static boolean mayBeMissed(Results result) {
        return !result.role().equals("main");
    }
}
