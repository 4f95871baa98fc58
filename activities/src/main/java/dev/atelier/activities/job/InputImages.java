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

/**
 * Turns the images of an input into what a provider may fetch: our own as data URIs, public addresses as they are, or
 * fetched by us where the provider must be sent bytes.
 */
@Component
class InputImages {

    /** Of all images of a job: providers take bodies of up to 64 MB, and base64 makes a third more of them. */
    private static final long MOST_BYTES = 40L << 20;
    /** The catalogue's setting {@code images} of providers that are sent bytes, never addresses. */
    private static final String INLINE = "inline";

    sealed interface Images {
    }

    record Ready(List<String> images) implements Images {
    }

    record Unreadable(String why) implements Images {
    }

    private final ReadingAssets assets;
    private final FetchingImages fetching;

    InputImages(ReadingAssets assets, FetchingImages fetching) {
        this.assets = assets;
        this.fetching = fetching;
    }

    Images of(SendingAttempts.Plan plan) {
        List<String> ready = new ArrayList<>();
        long bytesSoFar = 0;
        for (String image : plan.input().imagesOrNone()) {
            if (image.startsWith("https://") || image.startsWith("http://")) {
                if (!INLINE.equals(plan.model().settings().get("images"))) {
                    ready.add(image);
                    continue;
                }
                switch (fetching.fetch(image, MOST_BYTES - bytesSoFar)) {
                    case FetchingImages.NotHad not -> {
                        return new Unreadable("input image " + image + " cannot be had: " + not.why());
                    }
                    case FetchingImages.Here here -> {
                        bytesSoFar += here.bytes().length;
                        ready.add(uri(here.mimeType(), here.bytes()));
                    }
                }
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
                ready.add(uri(asset.get().mimeType(), bytes.readAllBytes()));
            } catch (IOException unreadable) {
                return new Unreadable("input image " + image + " cannot be read: " + unreadable.getMessage());
            }
        }
        return new Ready(List.copyOf(ready));
    }

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
