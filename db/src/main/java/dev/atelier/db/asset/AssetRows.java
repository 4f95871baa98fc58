package dev.atelier.db.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

@Component
class AssetRows {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final TextureRows textures;
    private final EvaluationRows evaluations;

    AssetRows(JdbcClient sql, Dialect dialect, TextureRows textures, EvaluationRows evaluations) {
        this.sql = sql;
        this.dialect = dialect;
        this.textures = textures;
        this.evaluations = evaluations;
    }

    Optional<Asset> find(String orgId, String assetId) {
        return evenPurged(orgId, assetId).filter(asset -> !"purged".equals(asset.lifecycleState()));
    }

    Optional<Asset> evenPurged(String orgId, String assetId) {
        if (!Ids.looksRight(assetId)) {
            return Optional.empty();
        }
        return sql.sql("select * from assets where org_id = ? and id = ?").param(orgId).param(assetId)
                .query((row, number) -> asset(row)).optional();
    }

    List<Asset> ofJob(String orgId, String jobId) {
        if (!Ids.looksRight(jobId)) {
            return List.of();
        }
        return sql.sql("""
                select * from assets
                 where org_id = ? and job_id = ? and lifecycle_state <> 'purged' and coalesce(role, '') <> 'late'
                 order by case when role = 'main' then 0 else 1 end, position, id
                """).param(orgId).param(jobId).query((row, number) -> asset(row)).list();
    }

    void insert(Asset asset, String projectId, Integer position, String md5, Storage storage) {
        Object now = dialect.instant(asset.createdAt());
        sql.sql("""
                insert into assets (id, org_id, project_id, job_id, role, position, kind, name, storage_provider,
                    storage_bucket, storage_key, sha256, md5, mime_type, size_bytes, width, height, duration_sec,
                    source_type, storage_region, etag, visibility, lifecycle_state, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'private', 'active', ?, ?)
                """)
                .params(Arrays.asList(asset.id(), asset.orgId(), projectId, asset.jobId(), asset.role(), position,
                        asset.kind(), asset.name(), storage.provider(), storage.bucket(), asset.storageKey(),
                        asset.sha256(), md5, asset.mimeType(), asset.bytes(), asset.width(), asset.height(),
                        asset.durationSec(), asset.sourceType(), storage.region(), '"' + asset.sha256() + '"', now,
                        now))
                .update();
    }

    void insert(Asset asset, ModelAsset mesh) {
        String model = Ids.next();
        Object now = dialect.instant(asset.createdAt());
        sql.sql("""
                insert into model_assets (id, org_id, job_id, asset_id, format, vertex_count, face_count,
                    material_count, uv_map_count, bbox_jsonb, triangulated, watertight, units, origin,
                    quality_metrics_jsonb, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(model, asset.orgId(), asset.jobId(), asset.id(), mesh.format(),
                        mesh.vertexCount(), mesh.faceCount(), mesh.materialCount(), mesh.uvMapCount(),
                        mesh.boundingBoxJson(), mesh.triangulated(), mesh.watertight(), mesh.units(), mesh.origin(),
                        mesh.qualityJson(), now, now))
                .update();
        textures.insert(asset, mesh.textures(), asset.createdAt());
        if (mesh.measured()) {
            evaluations.judge(asset.orgId(), model, mesh, asset.createdAt());
        }
    }

    Optional<ModelAsset> mesh(String orgId, String assetId) {
        if (!Ids.looksRight(assetId)) {
            return Optional.empty();
        }
        return sql.sql("select * from model_assets where org_id = ? and asset_id = ?").param(orgId).param(assetId)
                .query((row, number) -> new ModelAsset(row.getString("format"),
                        row.getObject("vertex_count", Long.class), row.getObject("face_count", Long.class),
                        row.getObject("material_count", Integer.class), row.getObject("uv_map_count", Integer.class),
                        row.getObject("triangulated", Boolean.class), row.getObject("watertight", Boolean.class),
                        row.getString("bbox_jsonb"), row.getString("units"), row.getString("origin"),
                        row.getString("quality_metrics_jsonb"), textures.of(orgId, assetId)))
                .optional();
    }

    Optional<ModelRelatives> relatives(String orgId, String assetId) {
        return sql.sql("""
                select finer.asset_id as finer, m.preview_asset_id
                  from model_assets m left join model_assets finer on finer.id = m.lod_of_model_asset_id
                 where m.org_id = ? and m.asset_id = ?
                """).param(orgId).param(assetId)
                .query((row, number) -> new ModelRelatives(row.getString("finer"), row.getString("preview_asset_id")))
                .optional();
    }

    /** False when it was purged before. */
    boolean purge(String orgId, String assetId, Instant now) {
        return sql.sql("""
                update assets set lifecycle_state = 'purged', updated_at = ?
                 where org_id = ? and id = ? and lifecycle_state <> 'purged'
                """).param(dialect.instant(now)).param(orgId).param(assetId).update() == 1;
    }

    /** False when there is no such asset, or nothing to change. */
    boolean show(String orgId, String assetId, String visibility, Instant now) {
        return sql.sql("""
                update assets set visibility = ?, updated_at = ?
                 where org_id = ? and id = ? and lifecycle_state <> 'purged' and visibility <> ?
                """).param(visibility).param(dialect.instant(now)).param(orgId).param(assetId).param(visibility)
                .update() == 1;
    }

    /** Those of the keys that no row that is not purged refers to. */
    Collection<String> orphaned(Collection<String> keys) {
        Set<String> orphaned = new HashSet<>(keys);
        sql.sql("select storage_key from assets where storage_key in (:keys) and lifecycle_state <> 'purged'")
                .param("keys", keys).query(String.class).list().forEach(orphaned::remove);
        return orphaned;
    }

    private Asset asset(ResultSet row) throws SQLException {
        return new Asset(row.getString("id"), row.getString("org_id"), row.getString("job_id"), row.getString("role"),
                row.getString("kind"), row.getString("name"), row.getString("storage_key"), row.getString("mime_type"),
                row.getLong("size_bytes"), row.getString("sha256"), row.getObject("width", Integer.class),
                row.getObject("height", Integer.class), row.getBigDecimal("duration_sec"),
                row.getString("source_type"), row.getString("lifecycle_state"), dialect.instant(row, "created_at"),
                dialect.instant(row, "retention_until"));
    }
}
