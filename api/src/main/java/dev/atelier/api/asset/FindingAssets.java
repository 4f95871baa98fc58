package dev.atelier.api.asset;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Links;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.tenant.Caller;
import tools.jackson.databind.json.JsonMapper;

@Component
class FindingAssets {
    private final ReadingAssets assets;
    private final ReadingJobs jobs;
    private final Links links;
    private final JsonMapper json;

    FindingAssets(ReadingAssets assets, ReadingJobs jobs, Links links, JsonMapper json) {
        this.assets = assets;
        this.jobs = jobs;
        this.links = links;
        this.json = json;
    }

    Asset find(String id, Caller caller) {
        if (!Ids.looksRight(id)) {
            throw Refused.notFound("asset");
        }
        return assets.find(caller.orgId(), id).orElseThrow(() -> Refused.notFound("asset"));
    }

    AssetJson show(Asset asset) {
        Optional<AssetJson.Mesh> mesh = AssetJson.isModel(asset)
                ? assets.mesh(asset.orgId(), asset.id()).map(known -> AssetJson.Mesh.of(asset, known, json))
                : Optional.empty();
        return AssetJson.of(asset, mesh.orElse(null), links);
    }

    /** The job that made it; empty of an upload. */
    Optional<JobView> origin(Asset asset) {
        return asset.jobId() == null ? Optional.empty() : jobs.find(asset.orgId(), asset.jobId());
    }
}
