package dev.atelier.db.asset;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/** Which picture a model uses for what. */
@Component
class TextureRows {

    private final JdbcClient sql;
    private final Dialect dialect;

    TextureRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** @param model the asset whose model uses them, and which holds those that are no assets of their own */
    void insert(Asset model, List<ModelTexture> textures, Instant at) {
        for (ModelTexture texture : textures) {
            sql.sql("""
                    insert into model_textures (id, org_id, model_asset_id, texture_asset_id, role, uv_channel, picture,
                        created_at, updated_at)
                    select :id, m.org_id, m.id, :texture, :role, :uv, :picture, :now, :now
                      from model_assets m
                     where m.org_id = :org and m.asset_id = :model
                       and not exists (select 1 from model_textures t
                            where t.model_asset_id = m.id and t.role = :role and t.uv_channel = :uv
                              and t.texture_asset_id = :texture and t.picture = :picture)
                    """).param("id", Ids.next()).param("org", model.orgId()).param("model", model.id())
                    .param("texture", texture.assetId() == null ? model.id() : texture.assetId())
                    .param("role", texture.role()).param("uv", texture.uvChannel())
                    .param("picture", texture.picture()).param("now", dialect.instant(at)).update();
        }
    }

    List<ModelTexture> of(String orgId, String assetId) {
        return sql.sql("""
                select t.* from model_textures t join model_assets m on m.id = t.model_asset_id
                 where m.org_id = :org and m.asset_id = :asset
                 order by t.picture, t.role, t.uv_channel, t.id limit 1000
                """).param("org", orgId).param("asset", assetId)
                .query((row, number) -> new ModelTexture(row.getString("texture_asset_id"), row.getString("role"),
                        row.getInt("uv_channel"), row.getInt("picture")))
                .list();
    }
}
