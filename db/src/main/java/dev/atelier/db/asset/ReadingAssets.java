package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

@Component
public class ReadingAssets {

    public Optional<Asset> find(String orgId, String assetId) {
        throw new IllegalStateException("not yet");
    }

    /** In the order the provider gave them, the main file first. */
    public List<Asset> ofJob(String orgId, String jobId) {
        throw new IllegalStateException("not yet");
    }

    public Optional<ModelAsset> mesh(String orgId, String assetId) {
        throw new IllegalStateException("not yet");
    }

    public InputStream open(Asset asset) throws IOException {
        throw new IllegalStateException("not yet");
    }
}
