package dev.atelier.activities.job;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.job.Results;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.fetch.Downloads;

/** One file of a result, from wherever the provider left it into our staging. */
@Component
class FetchingFiles {

    sealed interface File {
    }

    record Here(Staged file) implements File {
    }

    /** It will never come. */
    record Lost(Failure failure) implements File {
    }

    private final Downloads downloads;
    private final KeepingFiles files;

    FetchingFiles(Downloads downloads, KeepingFiles files) {
        this.downloads = downloads;
        this.files = files;
    }

    /** @throws IOException when trying again may help */
    File fetch(Results result) throws IOException {
        Downloads.Download[] came = new Downloads.Download[1];
        Staged staged = files.stage(result.assetId(), target -> {
            if (result.base64() != null) {
                target.write(Base64.getDecoder().decode(result.base64()));
            } else {
                came[0] = downloads.fetch(result.url(), target, bytes -> Beating.once());
            }
        });
        return switch (came[0]) {
            case null -> examined(staged);
            case Downloads.Fetched fetched -> examined(staged);
            case Downloads.Gone gone -> thrownAway(staged, Failure.of(ErrorKind.RESULT_GONE,
                    "the provider's address of the result answers " + gone.status()));
            case Downloads.Refused refused ->
                thrownAway(staged, Failure.of(ErrorKind.RESULT_INVALID, refused.reason()));
            case Downloads.Trouble trouble -> {
                files.discard(List.of(staged));
                throw new IOException(trouble.reason());
            }
        };
    }

    private File examined(Staged staged) throws IOException {
        // Some hand a model out inside a zip: what was asked for is the model.
        Optional<Staged> unpacked = files.unpack(staged);
        if (unpacked.isPresent()) {
            files.discard(List.of(staged));
            return new Here(unpacked.get());
        }
        return staged.bytes() > 0 && staged.kind() != null
                ? new Here(staged)
                : thrownAway(staged, Failure.of(ErrorKind.RESULT_INVALID,
                        "the provider's result is " + what(staged)));
    }

    private static String what(Staged staged) {
        if (staged.refusal() != null) {
            return "no sound model: " + staged.refusal().message();
        }
        return (staged.bytes() == 0 ? "empty" : staged.mimeType()) + ", which is none of the files we know";
    }

    private File thrownAway(Staged staged, Failure failure) {
        files.discard(List.of(staged));
        return new Lost(failure);
    }
}
