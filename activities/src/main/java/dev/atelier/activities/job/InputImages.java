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

    /** Providers take up to 30 MB; more would not fit beside the other jobs. */
    private static final long MOST_BYTES = 30L << 20;

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
        for (String image : plan.input().imagesOrNone()) {
            if (image.startsWith("https://") || image.startsWith("http://")) {
                ready.add(image);
                continue;
            }
            Optional<Asset> asset = assets.find(plan.orgId(), image);
            if (asset.isEmpty()) {
                return new Unreadable("input image " + image + " is no longer there");
            }
            if (asset.get().bytes() > MOST_BYTES) {
                return new Unreadable("input image " + image + " is larger than " + (MOST_BYTES >> 20) + " MB");
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
