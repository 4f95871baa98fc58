package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

@Component
public class ReadingAssets {

    private final AssetRows rows;
    private final EvaluationRows evaluations;
    private final Storage storage;

    ReadingAssets(AssetRows rows, EvaluationRows evaluations, Storage storage) {
        this.rows = rows;
        this.evaluations = evaluations;
        this.storage = storage;
    }

    /** Empty also of one that was purged. */
    public Optional<Asset> find(String orgId, String assetId) {
        return rows.find(orgId, assetId);
    }

    /** In the order the provider gave them, the main file first. */
    public List<Asset> ofJob(String orgId, String jobId) {
        return rows.ofJob(orgId, jobId);
    }

    public Optional<ModelAsset> mesh(String orgId, String assetId) {
        return rows.mesh(orgId, assetId);
    }

    public ModelRelatives relatives(String orgId, String assetId) {
        return rows.relatives(orgId, assetId).orElse(ModelRelatives.NONE);
    }

    /** Judgements of a model, newest first. */
    public List<Evaluation> evaluations(String orgId, String assetId) {
        return evaluations.of(orgId, assetId);
    }

    public InputStream open(Asset asset) throws IOException {
        return storage.open(asset.storageKey());
    }
}
