package dev.atelier.activities.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.providers.fetch.Downloads;

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
    private final Downloads downloads;

    InputImages(ReadingAssets assets, Downloads downloads) {
        this.assets = assets;
        this.downloads = downloads;
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
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                String trouble = fetched(image, bytes, MOST_BYTES - bytesSoFar);
                if (trouble != null) {
                    return new Unreadable("input image " + image + " cannot be had: " + trouble);
                }
                bytesSoFar += bytes.size();
                ready.add(uri(type(bytes.toByteArray()), bytes.toByteArray()));
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

    /** Why it did not come, or null. */
    private String fetched(String url, ByteArrayOutputStream into, long most) {
        try {
            return switch (downloads.fetch(url, new Bounded(into, most), bytes -> Beating.once())) {
                case Downloads.Fetched fetched -> null;
                case Downloads.Gone gone -> "its address answers " + gone.status();
                case Downloads.Refused refused -> refused.reason();
                case Downloads.Trouble trouble -> trouble.reason();
            };
        } catch (IOException tooLarge) {
            return tooLarge.getMessage();
        }
    }

    /** By its first bytes: what an address says of its file is not to be trusted. */
    private static String type(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("\u0089PNG")
                ? "image/png"
                : head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : "image/jpeg";
    }

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
