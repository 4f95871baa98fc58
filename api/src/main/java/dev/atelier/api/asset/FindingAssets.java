package dev.atelier.api.asset;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Links;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Caller;
import tools.jackson.databind.json.JsonMapper;

@Component
class FindingAssets {
    private final ReadingAssets assets;
    private final Links links;
    private final JsonMapper json;

    FindingAssets(ReadingAssets assets, Links links, JsonMapper json) {
        this.assets = assets;
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
                ? assets.mesh(asset.orgId(), asset.id()).map(known -> AssetJson.Mesh.of(asset, known,
                        assets.relatives(asset.orgId(), asset.id()), json))
                : Optional.empty();
        return AssetJson.of(asset, mesh.orElse(null), assets.evaluations(asset.orgId(), asset.id()).stream()
                .map(each -> AssetJson.Judgement.of(each, json)).toList(), links);
    }
}
