package dev.atelier.api.asset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.atelier.api.request.Links;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.Evaluation;
import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ModelRelatives;
import dev.atelier.db.asset.ModelTexture;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** @param mesh what is known of a 3D file, else null */
public record AssetJson(String id, String object, String kind, String mimeType, long bytes, String sha256,
        Integer width, Integer height, BigDecimal durationSec, Mesh mesh, String url, String name, String role,
        String jobId, String sourceType, Instant createdAt, Instant expiresAt, List<Judgement> evaluations) {
    /**
     * @param evaluator auto (by rule) or human
     * @param rubricId  version of the rule
     * @param rating    0 to 5
     */
    @Schema(name = "Evaluation")
    public record Judgement(String evaluator, String rubricId, BigDecimal rating, JsonNode metrics, String comment,
            Instant createdAt) {
        static Judgement of(Evaluation judged, JsonMapper json) {
            return new Judgement(judged.evaluator(), judged.rubricId(), judged.rating(),
                    json.readTree(judged.metricsJson()), judged.comment(), judged.at());
        }
    }

    /** The columns of model_assets. */
    public record Mesh(String format, Long vertexCount, Long faceCount, Integer materialCount, Integer uvMapCount,
            Boolean triangulated, Boolean watertight, JsonNode boundingBox, String units, String origin,
            JsonNode qualityMetrics, List<Texture> textures,
            @Schema(description = "The model that this one simplifies") String lodOfAssetId,
            @Schema(description = "A picture of it, once a preview was made") String previewAssetId) {
        static Mesh of(Asset asset, ModelAsset known, ModelRelatives beside, JsonMapper json) {
            return new Mesh(known.format(), known.vertexCount(), known.faceCount(), known.materialCount(),
                    known.uvMapCount(), known.triangulated(), known.watertight(), tree(known.boundingBoxJson(), json),
                    known.units(), known.origin(), tree(known.qualityJson(), json),
                    known.textures().stream().map(each -> Texture.of(asset, each)).toList(), beside.lodOfAssetId(),
                    beside.previewAssetId());
        }

        private static JsonNode tree(String text, JsonMapper json) {
            return text == null ? null : json.readTree(text);
        }
    }

    /**
     * A picture that the model uses: an asset of its own, or one within the model's file.
     *
     * @param role base_color, normal, metallic_roughness, occlusion, emissive or other
     * @param assetId null when it lies in the model's file
     * @param picture which picture of the model's file, from 0; null when it is an asset of its own
     */
    public record Texture(String role, int uvChannel, String assetId, Integer picture) {
        static Texture of(Asset model, ModelTexture texture) {
            boolean within = model.id().equals(texture.assetId());
            return new Texture(texture.role(), texture.uvChannel(), within ? null : texture.assetId(),
                    within ? texture.picture() : null);
        }
    }

    static AssetJson of(Asset asset, Mesh mesh, List<Judgement> evaluations, Links links) {
        return new AssetJson(asset.id(), "asset", kind(asset), asset.mimeType(), asset.bytes(), asset.sha256(),
                asset.width(), asset.height(), asset.durationSec(), mesh, links.to(contentPath(asset)), asset.name(),
                asset.role(), asset.jobId(), asset.sourceType(), asset.createdAt(), asset.retentionUntil(),
                evaluations);
    }

    /** The public word. */
    public static String kind(Asset asset) {
        return isModel(asset) ? "mesh" : asset.kind();
    }

    public static boolean isModel(Asset asset) {
        return "3d_model".equals(asset.kind());
    }

    public static String contentPath(Asset asset) {
        return "/v1/assets/" + asset.id() + "/content";
    }
}
