package dev.atelier.activities.job;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.Staged;
import dev.atelier.providers.fetch.Downloads;

/** An image from an address that a user named: staged and examined like any file from outside, then forgotten. */
@Component
class FetchingImages {

    sealed interface Image {
    }

    record Here(String mimeType, byte[] bytes) implements Image {
    }

    record NotHad(String why) implements Image {
    }

    private final Downloads downloads;
    private final KeepingFiles files;

    FetchingImages(Downloads downloads, KeepingFiles files) {
        this.downloads = downloads;
        this.files = files;
    }

    Image fetch(String url, long most) {
        Downloads.Download[] came = new Downloads.Download[1];
        try {
            Staged staged = files.stage(target -> came[0] = downloads.fetch(url, new Bounded(target, most),
                    bytes -> Beating.once()));
            try {
                return switch (came[0]) {
                    case Downloads.Fetched fetched -> examined(staged);
                    case Downloads.Gone gone -> new NotHad("its address answers " + gone.status());
                    case Downloads.Refused refused -> new NotHad(refused.reason());
                    case Downloads.Trouble trouble -> new NotHad(trouble.reason());
                };
            } finally {
                files.discard(List.of(staged));
            }
        } catch (IOException tooLarge) {
            return new NotHad(tooLarge.getMessage());
        }
    }

    private static Image examined(Staged staged) throws IOException {
        return "image".equals(staged.kind())
                ? new Here(staged.mimeType(), Files.readAllBytes(staged.path()))
                : new NotHad("it is no image that we know, or one too large to be looked at");
    }
}
