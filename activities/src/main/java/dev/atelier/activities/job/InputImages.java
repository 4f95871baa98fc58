package dev.atelier.activities.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.SendingAttempts;

/** Turns the images of an input into what a provider may fetch: our own as data URIs, public addresses as they are. */
@Component
class InputImages {

    /** Of all images of a job: providers take bodies of up to 64 MB, and base64 makes a third more of them. */
    private static final long MOST_BYTES = 40L << 20;

    sealed interface Images {
    }

    record Ready(List<String> images) implements Images {
    }

    record Unreadable(String why) implements Images {
    }

    private final ReadingAssets assets;

    InputImages(ReadingAssets assets) {
        this.assets = assets;
    }

    Images of(SendingAttempts.Plan plan) {
        List<String> ready = new ArrayList<>();
        long bytesSoFar = 0;
        for (String image : plan.input().imagesOrNone()) {
            if (image.startsWith("https://") || image.startsWith("http://")) {
                ready.add(image);
                continue;
            }
            Optional<Asset> asset = assets.find(plan.orgId(), image);
            if (asset.isEmpty()) {
                return new Unreadable("input image " + image + " is no longer there");
            }
            bytesSoFar += asset.get().bytes();
            if (bytesSoFar > MOST_BYTES) {
                return new Unreadable("the input images are together larger than " + (MOST_BYTES >> 20) + " MB");
            }
            try (InputStream bytes = assets.open(asset.get())) {
                ready.add("data:" + asset.get().mimeType() + ";base64,"
                        + Base64.getEncoder().encodeToString(bytes.readAllBytes()));
            } catch (IOException unreadable) {
                return new Unreadable("input image " + image + " cannot be read: " + unreadable.getMessage());
            }
        }
        return new Ready(List.copyOf(ready));
    }
}
